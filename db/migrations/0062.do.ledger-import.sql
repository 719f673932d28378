-- Ledgers that come as workbooks or text: what a file says is staged, compared with the ledger, shown, and only then written.
CREATE TABLE ledger_import (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  file_name text NOT NULL,
  file_digest text NOT NULL,
  size_bytes integer NOT NULL,
  format text CONSTRAINT ledger_import_format_is_known CHECK (format IN ('xlsx', 'csv')),
  many_holders boolean NOT NULL,
  register_holders boolean NOT NULL DEFAULT false,
  status text NOT NULL CONSTRAINT ledger_import_status_is_known CHECK (status IN ('reading', 'compared', 'applying', 'done', 'refused', 'abandoned')),
  refusal jsonb,
  notices jsonb NOT NULL DEFAULT '[]',
  columns jsonb NOT NULL DEFAULT '[]',
  row_count integer NOT NULL DEFAULT 0,
  new_count integer NOT NULL DEFAULT 0,
  changed_count integer NOT NULL DEFAULT 0,
  unchanged_count integer NOT NULL DEFAULT 0,
  refused_count integer NOT NULL DEFAULT 0,
  warning_count integer NOT NULL DEFAULT 0,
  chosen_count integer NOT NULL DEFAULT 0,
  applied_count integer NOT NULL DEFAULT 0,
  last_row integer NOT NULL DEFAULT 0,
  recorded_at timestamptz NOT NULL,
  compared_at timestamptz,
  begun_at timestamptz,
  progress_at timestamptz NOT NULL,
  ended_at timestamptz,
  demonstration boolean NOT NULL DEFAULT false
);
CREATE INDEX ledger_import_organization ON ledger_import (organization_id, recorded_at DESC, id DESC);
CREATE INDEX ledger_import_at_work ON ledger_import (progress_at) WHERE status IN ('reading', 'applying');
COMMENT ON TABLE ledger_import IS '台账导入：读取文件、比对台账、由人选定后写入；中断后从最后一行继续。';
COMMENT ON COLUMN ledger_import.file_name IS 'as the person’s device calls it';
COMMENT ON COLUMN ledger_import.file_digest IS 'SHA-256 of the file as it came, kept in the data folder';
COMMENT ON COLUMN ledger_import.size_bytes IS 'of the file, in bytes';
COMMENT ON COLUMN ledger_import.format IS 'xlsx · csv; null until the file is read';
COMMENT ON COLUMN ledger_import.many_holders IS 'an institute imports for the holders that the rows name';
COMMENT ON COLUMN ledger_import.register_holders IS 'holders that are not known yet are registered with their credit code, as the person chose';
COMMENT ON COLUMN ledger_import.status IS 'reading 读取中 · compared 已比对 · applying 导入中 · done 已完成 · refused 未能读取 · abandoned 已放弃';
COMMENT ON COLUMN ledger_import.refusal IS 'why the file could not be read, in both languages';
COMMENT ON COLUMN ledger_import.notices IS 'what holds for the whole file, such as columns that were ignored; both languages';
COMMENT ON COLUMN ledger_import.columns IS 'the columns that were found: field and heading as written';
COMMENT ON COLUMN ledger_import.row_count IS 'rows that say something';
COMMENT ON COLUMN ledger_import.new_count IS 'rows of instruments that the ledger does not have';
COMMENT ON COLUMN ledger_import.changed_count IS 'rows that differ from the ledger';
COMMENT ON COLUMN ledger_import.unchanged_count IS 'rows that say what the ledger says';
COMMENT ON COLUMN ledger_import.refused_count IS 'rows that cannot be taken, with remarks';
COMMENT ON COLUMN ledger_import.warning_count IS 'rows that can be taken but should be looked at';
COMMENT ON COLUMN ledger_import.chosen_count IS 'rows that the person chose';
COMMENT ON COLUMN ledger_import.applied_count IS 'chosen rows that are in the ledger now';
COMMENT ON COLUMN ledger_import.last_row IS 'the last row that was taken up; after an interruption the work goes on behind it';
COMMENT ON COLUMN ledger_import.begun_at IS 'when the writing began';
COMMENT ON COLUMN ledger_import.progress_at IS 'when the background work last came a step further';
GRANT SELECT, INSERT, UPDATE ON ledger_import TO tongheng_app;

CREATE TABLE ledger_import_row (
  import_id uuid NOT NULL REFERENCES ledger_import (id),
  row_number integer NOT NULL,
  cells jsonb NOT NULL,
  said jsonb NOT NULL,
  remarks jsonb NOT NULL,
  refused boolean NOT NULL,
  warned boolean NOT NULL,
  code text,
  ecqs_number text,
  credit_code text,
  holder_name text,
  identity text,
  holder_id uuid REFERENCES organization (id),
  verdict text CONSTRAINT ledger_import_row_verdict_is_known CHECK (verdict IN ('new', 'changed', 'unchanged', 'refused')),
  instrument_id uuid,
  instrument_version integer,
  difference jsonb,
  chosen boolean NOT NULL DEFAULT false,
  applied_at timestamptz,
  PRIMARY KEY (import_id, row_number)
);
CREATE INDEX ledger_import_row_verdict ON ledger_import_row (import_id, verdict, row_number);
COMMENT ON TABLE ledger_import_row IS '导入文件的每一行：原样单元格、读出的内容、与台账的差异和备注；已写入的注明时间。';
COMMENT ON COLUMN ledger_import_row.row_number IS 'row of the sheet, or line of the text, as a person counts';
COMMENT ON COLUMN ledger_import_row.cells IS 'the cells as written, by field';
COMMENT ON COLUMN ledger_import_row.said IS 'what was read from them, by field; empty cells are left out';
COMMENT ON COLUMN ledger_import_row.remarks IS 'field, whether it refuses the row, and the sentence in both languages';
COMMENT ON COLUMN ledger_import_row.refused IS 'a remark refuses the row';
COMMENT ON COLUMN ledger_import_row.warned IS 'a remark asks to look at the row';
COMMENT ON COLUMN ledger_import_row.code IS 'the code for life that the row names';
COMMENT ON COLUMN ledger_import_row.ecqs_number IS 'the number in the national e-CQS that the row names';
COMMENT ON COLUMN ledger_import_row.credit_code IS 'of the holder that the row names; null: whoever imports';
COMMENT ON COLUMN ledger_import_row.holder_name IS 'of the holder that the row names';
COMMENT ON COLUMN ledger_import_row.identity IS 'maker, model and serial number as they are compared';
COMMENT ON COLUMN ledger_import_row.holder_id IS 'the holder, where known';
COMMENT ON COLUMN ledger_import_row.verdict IS 'new 新增 · changed 变更 · unchanged 无变化 · refused 不能导入; null while the file is read';
COMMENT ON COLUMN ledger_import_row.instrument_id IS 'the instrument it was found to be, or became';
COMMENT ON COLUMN ledger_import_row.instrument_version IS 'of the instrument when they were compared: what changed since is not overwritten';
COMMENT ON COLUMN ledger_import_row.difference IS 'by field: before and after';
COMMENT ON COLUMN ledger_import_row.chosen IS 'chosen by the person to be written';
GRANT SELECT, INSERT, UPDATE ON ledger_import_row TO tongheng_app;

-- Two writings of one thing are the same: width, case, spaces and the dashes of many keyboards make no other serial number.
CREATE FUNCTION ledger_import_identity(maker text, model text, serial text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(upper(regexp_replace(normalize(maker || chr(31) || model || chr(31) || serial, NFKC), '[ \t\r\n\u00a0\u200b-\u200d\ufeff]', '', 'g')),
    chr(8208) || chr(8209) || chr(8210) || chr(8211) || chr(8212) || chr(8213) || chr(8722), '-------')
$$;
COMMENT ON FUNCTION ledger_import_identity(text, text, text) IS '比对用的（制造单位、型号、出厂编号）：全半角、大小写、空格和各种连字符不作区别';

-- The files of the national e-CQS: its reservations become requests here, its numbers stay the keys.
CREATE TABLE ecqs_import (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL REFERENCES organization (id),
  region text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  file_name text NOT NULL,
  file_digest text NOT NULL,
  notices jsonb NOT NULL DEFAULT '[]',
  row_count integer NOT NULL,
  requested_count integer NOT NULL,
  repeated_count integer NOT NULL,
  refused_count integer NOT NULL,
  recorded_at timestamptz NOT NULL,
  demonstration boolean NOT NULL DEFAULT false
);
CREATE INDEX ecqs_import_organization ON ecqs_import (organization_id, recorded_at DESC, id DESC);
COMMENT ON TABLE ecqs_import IS '导入的 e-CQS 预约单文件；本平台与 e-CQS 没有接口，只交换文件。';
COMMENT ON COLUMN ecqs_import.file_name IS 'as the person’s device calls it';
COMMENT ON COLUMN ecqs_import.file_digest IS 'SHA-256 of the file as it came, kept in the data folder';
COMMENT ON COLUMN ecqs_import.notices IS 'what holds for the whole file, such as columns that were ignored; both languages';
COMMENT ON COLUMN ecqs_import.row_count IS 'rows that say something';
COMMENT ON COLUMN ecqs_import.requested_count IS 'rows that became part of a request';
COMMENT ON COLUMN ecqs_import.repeated_count IS 'rows that were requested here already';
COMMENT ON COLUMN ecqs_import.refused_count IS 'rows that could not be taken, with remarks';
GRANT SELECT, INSERT ON ecqs_import TO tongheng_app;

CREATE TABLE ecqs_row (
  import_id uuid NOT NULL REFERENCES ecqs_import (id),
  row_number integer NOT NULL,
  reservation text,
  cells jsonb NOT NULL,
  outcome text NOT NULL CONSTRAINT ecqs_row_outcome_is_known CHECK (outcome IN ('requested', 'repeated', 'refused')),
  remarks jsonb NOT NULL,
  instrument_id uuid REFERENCES instrument (id),
  request_id uuid REFERENCES request (id),
  registered boolean NOT NULL DEFAULT false,
  PRIMARY KEY (import_id, row_number)
);
CREATE INDEX ecqs_row_instrument ON ecqs_row (instrument_id) WHERE instrument_id IS NOT NULL;
CREATE INDEX ecqs_row_request ON ecqs_row (request_id) WHERE request_id IS NOT NULL;
COMMENT ON TABLE ecqs_row IS '预约单文件的每一行：原样单元格、预约单号、办理结果和备注；回传结果时按此归还其字段。';
COMMENT ON COLUMN ecqs_row.row_number IS 'row of the sheet, or line of the text, as a person counts';
COMMENT ON COLUMN ecqs_row.reservation IS 'the number of the reservation 预约单号 in e-CQS';
COMMENT ON COLUMN ecqs_row.cells IS 'the cells as written, by field';
COMMENT ON COLUMN ecqs_row.outcome IS 'requested 已转为申请 · repeated 已有申请 · refused 未能受理';
COMMENT ON COLUMN ecqs_row.remarks IS 'field, whether it refuses the row, and the sentence in both languages';
COMMENT ON COLUMN ecqs_row.registered IS 'the instrument was entered into the ledger with this row';
GRANT SELECT, INSERT ON ecqs_row TO tongheng_app;
