ALTER TABLE provision_adoption ADD COLUMN supposed_reason text;
COMMENT ON COLUMN provision_adoption.supposed_reason IS 'why figures that are no records were accepted: supposed costs or demand, assumed distances; null: there were none';

-- Versions that were solved before: nothing is known to be supposed but the costs that block an adoption already, and one cover lasted to the end.
UPDATE provision_version SET
  setting = setting || '{"demand": []}'::jsonb,
  input = input || '{"supposed": {"costs": [], "demand": []}}'::jsonb,
  answer = CASE WHEN answer ->> 'outcome' = 'planned' THEN jsonb_set(answer, '{choices}', coalesce((
    SELECT jsonb_agg(
      choice.value
        || jsonb_build_object(
          'interim', CASE WHEN jsonb_typeof(choice.value -> 'interim') = 'object'
            THEN jsonb_build_array((choice.value -> 'interim') || '{"from": 0}'::jsonb) ELSE '[]'::jsonb END,
          'reasons', (choice.value -> 'reasons') || '{"mobileFull": null}'::jsonb)
      ORDER BY choice.ordinality)
    FROM jsonb_array_elements(answer -> 'choices') WITH ORDINALITY choice), '[]'::jsonb)) ELSE answer END;

-- The page of numbers and the block of a device ask whether a number was told on the site.
CREATE INDEX on_site_taking_number ON on_site_taking (certificate_number) WHERE certificate_number IS NOT NULL;
