import { printing, type ProgramDeviation } from '../deviation.ts';

export default {
  clause: 'CLI-17',
  mistake: 'Does not print the endpoint that the store names.',
  caughtAs: 'Endpoint=oss-cn-shanghai.aliyuncs.com',
  deviate: printing((stdout) => stdout.replaceAll(/, Endpoint=[^,\n]+/gu, '')),
} satisfies ProgramDeviation;
