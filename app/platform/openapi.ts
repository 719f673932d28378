import { z } from 'zod';
import { pathOf } from '../kernel/address.ts';
import type { AnyEndpoint } from '../kernel/endpoint.ts';
import { platformProblems, problemStatus, type ProblemDefinition } from '../kernel/problem.ts';
import type { Slice } from './context.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
};

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

const keyParameter: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'One key for one submission; repeat it when retrying.',
  schema: { type: 'string', minLength: 8, maxLength: 100 },
};

function answersOf(definition: AnyEndpoint): Json {
  const general: ProblemDefinition[] = definition.permit === 'public' ? [] : [platformProblems.unauthenticated, platformProblems.forbidden];
  const found = [...general, platformProblems.malformed, ...(definition.problems ?? [])];
  const statuses = [...new Set(found.map((problem) => problemStatus[problem.kind]))].sort((one, other) => one - other);
  const answers: Json = {
    200: {
      description: definition.summary[1],
      content:
        definition.reply === 'file'
          ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
          : { 'application/json': { schema: schemaOf(definition.reply, 'output') } },
    },
  };
  for (const status of statuses) {
    const codes = found.filter((problem) => problemStatus[problem.kind] === status).map((problem) => `${problem.code}: ${problem.text[1]}`);
    answers[String(status)] = {
      description: codes.join('\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return answers;
}

function operationOf(name: string, definition: AnyEndpoint): Json {
  const body: Json =
    definition.uploadBytes === undefined
      ? { 'application/json': { schema: definition.body === undefined ? { type: 'object' } : schemaOf(definition.body, 'input') } }
      : { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  return {
    operationId: name,
    summary: definition.summary[1],
    description: definition.summary[0],
    tags: [definition.path.split('/')[1] ?? ''],
    'x-permit': definition.permit,
    security: definition.permit === 'public' ? [] : [{ session: [] }],
    parameters: [
      ...parametersOf(definition.params, 'path'),
      ...parametersOf(definition.query, 'query'),
      ...(definition.method === 'POST' && definition.permit !== 'public' ? [keyParameter] : []),
    ],
    ...(definition.method === 'POST' ? { requestBody: { required: definition.body !== undefined, content: body } } : {}),
    responses: answersOf(definition),
  };
}

/** The description of every address, OpenAPI 3.1, printed from the contract. */
export function openApi(slices: readonly Slice[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const { endpoints } of slices) {
    for (const [name, definition] of Object.entries(endpoints)) {
      const path = pathOf(definition).replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [definition.method.toLowerCase()]: operationOf(name, definition) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tongheng 通衡', version, license: { name: 'Mulan PSL v2', identifier: 'MulanPSL-2.0' } },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'tongheng_session' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'code', 'status', 'title', 'next'],
          properties: {
            type: { type: 'string' },
            code: { type: 'string' },
            status: { type: 'integer' },
            title: { type: 'string' },
            next: { type: 'string' },
            detail: { type: 'string' },
            issues: { type: 'array', items: { type: 'object' } },
            instance: { type: 'string' },
          },
        },
      },
    },
  };
}
