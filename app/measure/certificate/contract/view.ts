import { z } from 'zod';
import { Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { bundleKindNames, bundleStateNames } from '../rules.ts';
import { BundleId, certificateProblems, CertificateNumber, keyProblems, numberOf } from './shapes.ts';

const download = { method: 'GET', permit: 'certificate.read', rows: 'own', params: numberOf, reply: 'file' } as const;
const problems = [certificateProblems.notSealed, ...keyProblems];
const millimetres = z
  .string()
  .regex(/^-?(?:1[0-5]|\d)(?:\.\d)?$/)
  .meta({ description: 'millimetres, at most 15 either way' });

const Form = z.object({
  address: z.string().nullable(),
  phone: z.string().nullable(),
  offsetX: z.string(),
  offsetY: z.string(),
  at: Instant.nullable(),
});

const Bundle = z.object({
  id: BundleId,
  kind: z.enum(bundleKindNames),
  count: z.number().int(),
  done: z.number().int(),
  state: z.enum(bundleStateNames),
  problem: z.string().nullable(),
  at: Instant,
});
export type Bundle = z.infer<typeof Bundle>;
const bundle = z.object({ id: BundleId });

export const viewEndpoints = {
  downloadDcc: endpoint({
    ...download,
    path: '/certificates/:number/dcc',
    summary: ['数字校准证书 XML', 'The signed digital calibration certificate'],
    problems,
  }),
  downloadPaper: endpoint({
    ...download,
    path: '/certificates/:number/pdf',
    summary: ['证书 PDF', 'The signed PDF'],
    problems,
  }),
  downloadLabelText: endpoint({
    ...download,
    path: '/certificates/:number/label',
    summary: ['合格标签二维码的内容', 'The text of the QR code of the label'],
    problems,
  }),
  downloadPackage: endpoint({
    ...download,
    path: '/certificates/:number/package',
    summary: ['证书验证包', 'The package for checking without the platform'],
    problems: [...problems, certificateProblems.notLogged],
  }),
  downloadProof: endpoint({
    ...download,
    path: '/certificates/:number/proof',
    summary: ['透明日志证明', 'The proof that the log holds it'],
    problems: [certificateProblems.notSealed, certificateProblems.notLogged],
  }),
  printOverlay: endpoint({
    ...download,
    path: '/certificates/:number/overlay',
    summary: ['套打到预印格式', 'Print onto a pre-printed form'],
    problems,
  }),
  readCertificateForm: endpoint({
    method: 'GET',
    path: '/certificate-form',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['本机构的证书格式设置', 'What the institute prints on its certificates'],
    reply: Form,
  }),
  setCertificateForm: endpoint({
    method: 'POST',
    path: '/certificate-form',
    permit: 'certificate.number',
    rows: 'own',
    summary: ['设置印在证书上的地址、电话与套打偏移', 'Set the address and telephone on certificates, and the offsets of the overlay'],
    body: z.object({
      address: z.string().trim().min(2).max(200).nullable().default(null),
      phone: z.string().trim().min(3).max(60).nullable().default(null),
      offsetX: millimetres.default('0'),
      offsetY: millimetres.default('0'),
    }),
    reply: Form,
  }),
  listBundles: endpoint({
    method: 'GET',
    path: '/certificate-bundles',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['我的成批下载', 'Bundles that the caller asked for'],
    reply: z.object({ items: z.array(Bundle) }),
  }),
  requestBundle: endpoint({
    method: 'POST',
    path: '/certificate-bundles',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['成批生成验证包或标签页', 'Have packages or sheets of labels made for chosen certificates'],
    body: z.object({ numbers: z.array(CertificateNumber).min(1).max(500), kind: z.enum(bundleKindNames) }),
    reply: Bundle,
    problems: [certificateProblems.unknownNumbers, certificateProblems.notSealed],
  }),
  readBundle: endpoint({
    method: 'GET',
    path: '/certificate-bundles/:id',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['一份成批下载的进度', 'How far a bundle is'],
    params: bundle,
    reply: Bundle,
  }),
  downloadBundle: endpoint({
    method: 'GET',
    path: '/certificate-bundles/:id/content',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['下载成批生成的文件', 'Download what was made'],
    params: bundle,
    reply: 'file',
    problems: [certificateProblems.notReady],
  }),
};
