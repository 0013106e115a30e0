import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { createJsonSchemaTransform, createJsonSchemaTransformObject, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { problemBody } from "@teraju/contracts";
import * as z from "zod/mini";

/** What every endpoint shares is written down once and referred to by name. */
const schemaRegistry = z.registry<{ id: string }>();
schemaRegistry.add(problemBody, { id: "Problem" });

/** One contract: zod validates, serialises, and is written down as OpenAPI at `/api/openapi.json`. */
export async function addContract(app: FastifyInstance): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, {
    openapi: { openapi: "3.1.0", info: { title: "Teraju", version: "1", description: "Kinerja ASN Kota Langsa" } },
    transform: createJsonSchemaTransform({ schemaRegistry }),
    transformObject: createJsonSchemaTransformObject({ schemaRegistry }),
  });
  app.get("/api/openapi.json", { schema: { hide: true }, config: { access: "public" } }, async () => app.swagger());
}
