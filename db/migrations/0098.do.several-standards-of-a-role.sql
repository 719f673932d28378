-- 一份记录可以用同一用途的几台标准器（如两组砝码）：每台一行，不再因同一用途只许一行而不能出证。
ALTER TABLE certificate_standard DROP CONSTRAINT certificate_standard_once;
ALTER TABLE certificate_standard ADD CONSTRAINT certificate_standard_once UNIQUE (certificate_id, role, standard_id);
COMMENT ON TABLE certificate_standard IS '证书所依据的标准器：每份证书、每种所需标准器中的每一台一行，连到检定或校准当日有效的那次溯源；由证书记录得出，不可另改。';
