import type { FastifyRequest } from "fastify";

/** The address by which the caller reached us, without a trailing slash: marks on paper lead there. */
export const originOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`;
