// SPDX-License-Identifier: Apache-2.0
package jp.torokubo.use.site.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document that the program answers at {@code /api/openapi.json}, taken apart for people. */
@Component
public class ApiDocument {

    public static final String ADDRESS = "/api/openapi.json";

    /**
     * @param allowed the values it may have; empty where any will do
     * @param usual   what is taken where it is not given; null where the API names none
     * @param least   smallest number allowed; null where the API names none
     * @param most    greatest number allowed; null where the API names none
     * @param example null where the API names none
     */
    public record Parameter(
            String name, String in, String type, boolean required, Said meaning, List<String> allowed, @Nullable String usual,
            @Nullable String least, @Nullable String most, @Nullable String example) {}

    /** @param shape name of the schema of the answer, or empty */
    public record Answer(String status, Said meaning, List<String> contentTypes, String shape) {}

    /** @param tryIt an address to follow, from the root; null where something has to be filled in first */
    public record Operation(
            String method, String path, String anchor, Said summary, Said description, List<Parameter> parameters,
            List<Answer> answers, @Nullable String tryIt) {}

    public record Member(String name, String type, Said meaning) {}

    public record Shape(String name, List<Member> members) {}

    private final OpenApiWebMvcResource springdoc;
    private final JsonMapper json;

    ApiDocument(OpenApiWebMvcResource springdoc, JsonMapper json) {
        this.springdoc = springdoc;
        this.json = json;
    }

    public JsonNode read(HttpServletRequest request) {
        try {
            return json.readTree(springdoc.openapiJson(new AtItsAddress(request), ADDRESS, Locale.JAPANESE));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public List<Operation> operations(JsonNode document) {
        var operations = new ArrayList<Operation>();
        document.path("paths").forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
            if (operation.isObject()) {
                operations.add(operation(path, method, operation, document));
            }
        }));
        return operations;
    }

    public List<Shape> shapes(JsonNode document) {
        var shapes = new ArrayList<Shape>();
        document.path("components").path("schemas").forEachEntry((name, schema) -> {
            var members = new ArrayList<Member>();
            schema.path("properties").forEachEntry((member, type) ->
                    members.add(new Member(member, type(type), Said.of(type.path("description").asString("")))));
            if (!members.isEmpty()) {
                shapes.add(new Shape(name, members));
            }
        });
        return shapes;
    }

    /** Names of all members of all shapes. */
    public Set<String> memberNames(JsonNode document) {
        var names = new TreeSet<String>();
        shapes(document).forEach(shape -> shape.members().forEach(member -> names.add(member.name())));
        return names;
    }

    private static Operation operation(String path, String method, JsonNode operation, JsonNode document) {
        var parameters = new ArrayList<Parameter>();
        operation.path("parameters").forEach(given -> {
            var parameter = resolved(given, document);
            var example = parameter.path("example").isMissingNode()
                    ? parameter.path("schema").path("example") : parameter.path("example");
            var schema = parameter.path("schema");
            parameters.add(new Parameter(
                    parameter.path("name").asString(""), parameter.path("in").asString("query"),
                    type(schema), parameter.path("required").asBoolean(false),
                    Said.of(parameter.path("description").asString("")), allowed(schema), text(schema.path("default")),
                    text(schema.path("minimum")), text(schema.path("maximum")), text(example)));
        });
        var answers = new ArrayList<Answer>();
        operation.path("responses").forEachEntry((status, answer) -> {
            var types = new ArrayList<String>();
            var shape = new StringBuilder();
            answer.path("content").forEachEntry((type, content) -> {
                types.add(type);
                if (shape.isEmpty()) {
                    shape.append(type(content.path("schema")));
                }
            });
            answers.add(new Answer(status, Said.of(answer.path("description").asString("")), types, shape.toString()));
        });
        return new Operation(
                method.toUpperCase(Locale.ROOT), path, (method + path).replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", ""),
                Said.of(operation.path("summary").asString("")), Said.of(operation.path("description").asString("")), parameters, answers,
                tryIt(path, method, parameters));
    }

    private static List<String> allowed(JsonNode schema) {
        var values = new ArrayList<String>();
        (schema.has("items") ? schema.path("items") : schema).path("enum").forEach(value -> values.add(value.asString()));
        return values;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.asString();
    }

    private static @Nullable String tryIt(String path, String method, List<Parameter> parameters) {
        if (!method.equals("get")) {
            return null;
        }
        var address = path;
        for (var parameter : parameters) {
            if (parameter.in().equals("path") && parameter.example() != null) {
                address = address.replace("{" + parameter.name() + "}", parameter.example());
            }
        }
        return address.contains("{") ? null : address;
    }

    private static JsonNode resolved(JsonNode node, JsonNode document) {
        var reference = node.path("$ref").asString("");
        return reference.startsWith("#/") ? document.at(reference.substring(1)) : node;
    }

    /** A schema in a word: {@code string (date)}, {@code integer or null}, {@code Service[]}. */
    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.path("$ref").asString("").replaceFirst(".*/", "");
        }
        if (schema.path("oneOf").isArray() || schema.path("anyOf").isArray()) {
            var parts = new ArrayList<String>();
            (schema.path("oneOf").isArray() ? schema.path("oneOf") : schema.path("anyOf")).forEach(part -> parts.add(type(part)));
            return String.join(" | ", parts);
        }
        var types = new ArrayList<String>();
        if (schema.path("type").isArray()) {
            schema.path("type").forEach(type -> types.add(type.asString("")));
        } else if (schema.has("type")) {
            types.add(schema.path("type").asString(""));
        }
        var format = schema.path("format").asString("");
        var words = new ArrayList<String>();
        for (var type : types) {
            words.add(type.equals("array") ? type(schema.path("items")) + "[]"
                    : type.equals("string") && !format.isEmpty() ? "string (" + format + ")" : type);
        }
        return String.join(" | ", words);
    }

    /** springdoc cuts its own path off the address of the request; pages that read the document have another. */
    private static final class AtItsAddress extends HttpServletRequestWrapper {

        AtItsAddress(HttpServletRequest request) {
            super(request);
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer("http://localhost").append(ADDRESS);
        }

        @Override
        public String getRequestURI() {
            return ADDRESS;
        }

        @Override
        public String getContextPath() {
            return "";
        }
    }
}
