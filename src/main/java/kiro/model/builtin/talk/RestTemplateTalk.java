package kiro.model.builtin.talk;

import java.util.ArrayList;
import java.util.List;

/// Talks as `TestRestTemplate` does.
final class RestTemplateTalk implements Talk {
    private static final String HTTP = "org.springframework.http.";

    private final Imports imports;
    private final String qualifiedType;
    private final String client;

    RestTemplateTalk(Imports imports, String qualifiedType, String client) {
        this.client = client;
        this.imports = imports;
        this.qualifiedType = qualifiedType;
    }

    @Override
    public String field() {
        return client;
    }

    @Override
    public String type() {
        return "TestRestTemplate";
    }

    @Override
    public String qualifiedType() {
        return qualifiedType;
    }

    @Override
    public boolean isInThread() {
        return false;
    }

    @Override
    public List<Shared> shared() {
        return List.of(
                new Shared(
                        "at",
                        """
                        private static String at(ResponseEntity<String> answer, String path) {
                            Object value = JsonPath.read(answer.getBody(), path);
                            return String.valueOf(value);
                        }\
                        """),
                new Shared(
                        "all",
                        """
                        private static List<Object> all(ResponseEntity<String> answer, String path) {
                            return JsonPath.read(answer.getBody(), path);
                        }\
                        """));
    }

    @Override
    public String helper(Endpoint endpoint) {
        for (String type : List.of("HttpEntity", "HttpHeaders", "HttpMethod", "ResponseEntity")) {
            imports.type(HTTP + type);
        }
        var lines = new ArrayList<String>();
        lines.add(
                "private ResponseEntity<String> %s(%s) {"
                        .formatted(endpoint.name(), endpoint.declared("String... headers")));
        lines.add("    var sent = new HttpHeaders();");
        if (endpoint.hasBody()) {
            imports.type(HTTP + "MediaType");
            lines.add("    sent.setContentType(MediaType.APPLICATION_JSON);");
        }
        lines.add("    for (int i = 0; i < headers.length; i += 2) {");
        lines.add("        sent.set(headers[i], headers[i + 1]);");
        lines.add("    }");
        lines.add(
                "    return "
                        + client
                        + ".exchange(%s, HttpMethod.%s, new HttpEntity<>(%ssent), String.class%s);"
                                .formatted(
                                        endpoint.address(),
                                        endpoint.verb(),
                                        endpoint.hasBody() ? "body, " : "",
                                        endpoint.parameters().isEmpty()
                                                ? ""
                                                : ", " + String.join(", ", endpoint.parameters())));
        lines.add("}");
        return String.join("\n", lines);
    }

    private String request(Ask ask) {
        var arguments = new ArrayList<>(ask.arguments());
        for (Ask.Extra extra : ask.extras()) {
            switch (extra) {
                case Ask.Extra.Header header -> {
                    arguments.add(header.name());
                    arguments.add(header.value());
                }
                case Ask.Extra.Media media -> {
                    imports.type(HTTP + "HttpHeaders");
                    arguments.add("HttpHeaders.CONTENT_TYPE");
                    arguments.add(media.type() + ".toString()");
                }
                case Ask.Extra.SignedIn _ ->
                        throw new IllegalStateException("nobody is signed in from outside");
            }
        }
        return ask.name() + "(" + String.join(", ", arguments) + ")";
    }

    @Override
    public String values(Ask ask, String list, String property) {
        imports.type("com.jayway.jsonpath.JsonPath");
        imports.type("java.util.List");
        return "all(" + request(ask) + ", \"" + JsonPaths.all(list, property) + "\")";
    }

    @Override
    public String sent(Ask ask) {
        return request(ask) + ";";
    }

    @Override
    public String answered(Ask ask, int status) {
        return assertion(request(ask) + ".getStatusCode().value()", "isEqualTo(" + status + ")");
    }

    @Override
    public List<String> checked(Ask ask, List<Check> checks) {
        var lines = new ArrayList<String>();
        var after = new ArrayList<String>();
        for (Check check : checks) {
            switch (check) {
                case Check.Before before -> lines.add(before.statement());
                case Check.After behind -> after.add(behind.statement());
                case Check.OfAnswer one -> after.add(check(one));
            }
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        imports.type(HTTP + "ResponseEntity");
        lines.add("ResponseEntity<String> answer = " + request(ask) + ";");
        lines.add("");
        lines.addAll(after);
        return lines;
    }

    private String check(Check.OfAnswer check) {
        return switch (check) {
            case Check.Status status ->
                    assertion("answer.getStatusCode().value()", "isEqualTo(" + status.code() + ")");
            case Check.Success _ ->
                    assertion("answer.getStatusCode().is2xxSuccessful()", "isTrue()");
            case Check.ClientError _ ->
                    assertion("answer.getStatusCode().is4xxClientError()", "isTrue()");
            case Check.HeaderIs header ->
                    assertion(header(header.name()), "isEqualTo(" + header.value() + ")");
            case Check.HeaderExists header -> assertion(header(header.name()), "isNotBlank()");
            case Check.HeaderContains header ->
                    assertion(header(header.name()), "contains(" + header.part() + ")");
            case Check.ValueIs value ->
                    assertion(at(value.path()), "isEqualTo(" + text(value.value()) + ")");
            case Check.NumberIs value -> {
                imports.type("java.math.BigDecimal");
                yield assertion(
                        "new BigDecimal(" + at(value.path()) + ")",
                        "isEqualByComparingTo(" + value.decimal() + ")");
            }
            case Check.ValueExists value -> assertion(at(value.path()), "isNotNull()");
            case Check.ValueKept value ->
                    "String " + value.variable() + " = " + at(value.path()) + ";";
            case Check.ValueIsSet value -> assertion(at(value.path()), "isNotEqualTo(\"null\")");
            case Check.ValueIsNull value -> assertion(at(value.path()), "isEqualTo(\"null\")");
            case Check.ValueMissing value -> assertion(every(value.path()), "isEmpty()");
            case Check.EmptyBody _ -> assertion("answer.getBody()", "isNullOrEmpty()");
            case Check.SomeBody _ -> assertion("answer.getBody()", "isNotBlank()");
            case Check.BodyContains part ->
                    assertion("answer.getBody()", "contains(" + part.text() + ")");
            case Check.ProblemDocument _ -> {
                imports.type(HTTP + "MediaType");
                yield assertion(
                        "answer.getHeaders().getContentType()",
                        "isEqualTo(MediaType.APPLICATION_PROBLEM_JSON)");
            }
            case Check.OfList list -> list(list);
        };
    }

    private String list(Check.OfList check) {
        return switch (check) {
            case Check.ValueMissingInAll value -> assertion(every(value.property()), "isEmpty()");
            case Check.Element element -> element(element);
            case Check.ElementHas has ->
                    assertion(
                            all(JsonPaths.element(has), has.key().value() + ", " + has.value()),
                            "isNotEmpty()");
            case Check.EmptyList list ->
                    assertion(all(JsonPaths.of(list.list()) + "[*]"), "isEmpty()");
            case Check.InOrder order ->
                    assertion(
                            all(JsonPaths.all(order.list(), order.property())),
                            "containsSubsequence(" + String.join(", ", order.values()) + ")");
            case Check.Values values ->
                    assertion(
                            all(JsonPaths.all(values.list(), values.property())),
                            "isEqualTo(" + values.values() + ")");
            case Check.Count count ->
                    assertion(
                            all(JsonPaths.of(count.list()) + "[*]"),
                            "hasSize(" + count.count() + ")");
            case Check.Items items ->
                    assertion(
                            all("$." + items.list() + "[*]." + items.property()),
                            "contains(" + String.join(", ", items.values()) + ")");
        };
    }

    private String assertion(String subject, String check) {
        imports.assertions();
        return "assertThat(" + subject + ")." + check + ";";
    }

    private static String header(String name) {
        return "answer.getHeaders().getFirst(" + name + ")";
    }

    private String at(String path) {
        imports.type("com.jayway.jsonpath.JsonPath");
        return "at(answer, \"" + JsonPaths.of(path) + "\")";
    }

    /// All values at a path below any object: none where there is no such property.
    private String every(String path) {
        return all("$.." + path);
    }

    private String all(String path, String values) {
        imports.type("com.jayway.jsonpath.JsonPath");
        imports.type("java.util.List");
        return "all(answer, \"" + path + "\".formatted(" + values + "))";
    }

    private String all(String path) {
        imports.type("com.jayway.jsonpath.JsonPath");
        imports.type("java.util.List");
        return "all(answer, \"" + path + "\")";
    }

    private String element(Check.Element element) {
        imports.type("com.jayway.jsonpath.JsonPath");
        imports.type("java.util.List");
        return assertion(
                "all(answer, \"%s[?(@.%s == %s)]\".formatted(%s))"
                        .formatted(
                                JsonPaths.of(element.list()),
                                element.property(),
                                element.isText() ? "'%s'" : "%s",
                                element.value()),
                element.isThere() ? "isNotEmpty()" : "isEmpty()");
    }

    /// An expected value as the text that JSON has for it.
    private static String text(String expression) {
        boolean isText =
                expression.startsWith("\"") || expression.matches(".*\\.(toString|name)\\(\\)");
        return isText
                ? expression
                : expression.matches("-?[\\d.]+|true|false|null")
                        ? "\"" + expression + "\""
                        : "String.valueOf(" + expression + ")";
    }
}
