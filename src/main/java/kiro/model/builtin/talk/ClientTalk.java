package kiro.model.builtin.talk;

import java.util.ArrayList;
import java.util.List;

/// Talks as `WebTestClient` and `RestTestClient` do, which differ in one word.
final class ClientTalk implements Talk {
    private static final String BODY = "new String(answer, StandardCharsets.UTF_8)";

    private final Imports imports;
    private final String qualifiedType;
    private final String client;

    /// @param client the expression for the client
    ClientTalk(Imports imports, String qualifiedType, String client) {
        this.imports = imports;
        this.qualifiedType = qualifiedType;
        this.client = client;
    }

    @Override
    public String field() {
        return client;
    }

    @Override
    public String type() {
        return qualifiedType.substring(qualifiedType.lastIndexOf('.') + 1);
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
                        "values",
                        """
                        private List<Object> values(%s.RequestHeadersSpec<?> request, String path) {
                            byte[] body = request.exchange().expectBody().returnResult().getResponseBody();
                            return JsonPath.read(new String(body, StandardCharsets.UTF_8), path);
                        }\
                        """
                                .formatted(type())));
    }

    @Override
    public String values(Ask ask, String list, String property) {
        imports.type("com.jayway.jsonpath.JsonPath");
        imports.type("java.nio.charset.StandardCharsets");
        imports.type("java.util.List");
        String request = request(ask);
        return "values("
                + request.substring(0, request.length() - ".exchange()".length())
                + ", \""
                + JsonPaths.all(list, property)
                + "\")";
    }

    @Override
    public String helper(Endpoint endpoint) {
        String call = client + "." + endpoint.lowerVerb() + "().uri(" + endpoint.uri() + ")";
        if (endpoint.hasBody()) {
            imports.type("org.springframework.http.MediaType");
            String body = type().equals("WebTestClient") ? "bodyValue" : "body";
            call += ".contentType(MediaType.APPLICATION_JSON)." + body + "(body)";
        }
        return "private %s.RequestHeadersSpec<?> %s(%s) {\n    return %s;\n}"
                .formatted(type(), endpoint.name(), endpoint.declared(), call);
    }

    private String request(Ask ask) {
        var text = new StringBuilder(ask.name() + "(" + String.join(", ", ask.arguments()) + ")");
        for (Ask.Extra extra : ask.extras()) {
            text.append(
                    switch (extra) {
                        case Ask.Extra.Header header ->
                                ".header(" + header.name() + ", " + header.value() + ")";
                        case Ask.Extra.Media media ->
                                ".headers(headers -> headers.setContentType(" + media.type() + "))";
                        case Ask.Extra.SignedIn _ ->
                                throw new IllegalStateException("nobody is signed in from outside");
                    });
        }
        return text + ".exchange()";
    }

    @Override
    public String sent(Ask ask) {
        return request(ask) + ";";
    }

    @Override
    public String answered(Ask ask, int status) {
        return request(ask) + status(status) + ";";
    }

    /// The body is read once, so what concerns it comes last.
    @Override
    public List<String> checked(Ask ask, List<Check> checks) {
        var lines = new ArrayList<String>();
        var head = new StringBuilder(request(ask));
        var body = new StringBuilder();
        var kept = new ArrayList<String>();
        var after = new ArrayList<String>();
        for (Check check : checks) {
            switch (check) {
                case Check.Before before -> lines.add(before.statement());
                case Check.After behind -> after.add(behind.statement());
                case Check.ValueKept value -> kept.add(JsonPaths.read(value, BODY));
                case Check.OfAnswer one -> {
                    String text = check(one);
                    (text.startsWith(".expect") ? head : body).append(text);
                }
            }
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        String request = head + (body.isEmpty() && kept.isEmpty() ? "" : ".expectBody()" + body);
        if (kept.isEmpty()) {
            lines.add(request + ";");
        } else {
            imports.type("com.jayway.jsonpath.JsonPath");
            imports.type("java.nio.charset.StandardCharsets");
            lines.add("byte[] answer = " + request + ".returnResult().getResponseBody();");
        }
        lines.addAll(kept);
        lines.addAll(after);
        return lines;
    }

    private static String status(int code) {
        String name =
                switch (code) {
                    case 200 -> "isOk()";
                    case 201 -> "isCreated()";
                    case 204 -> "isNoContent()";
                    case 400 -> "isBadRequest()";
                    case 401 -> "isUnauthorized()";
                    case 403 -> "isForbidden()";
                    case 404 -> "isNotFound()";
                    default -> "isEqualTo(" + code + ")";
                };
        return ".expectStatus()." + name;
    }

    private String check(Check.OfAnswer check) {
        return switch (check) {
            case Check.Status status -> status(status.code());
            case Check.Success _ -> ".expectStatus().is2xxSuccessful()";
            case Check.ClientError _ -> ".expectStatus().is4xxClientError()";
            case Check.HeaderIs header ->
                    ".expectHeader().valueEquals(" + header.name() + ", " + header.value() + ")";
            case Check.HeaderExists header -> ".expectHeader().exists(" + header.name() + ")";
            case Check.HeaderContains header -> contains(header);
            case Check.ProblemDocument _ -> {
                imports.type("org.springframework.http.MediaType");
                yield ".expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)";
            }
            case Check.ValueIs value -> path(value.path()) + ".isEqualTo(" + value.value() + ")";
            case Check.NumberIs value ->
                    path(value.path()) + ".isEqualTo(" + value.decimal() + ".doubleValue())";
            case Check.ValueExists value -> path(value.path()) + ".hasJsonPath()";
            case Check.ValueIsSet value -> path(value.path()) + ".isNotEmpty()";
            case Check.ValueKept value -> path(value.path()) + ".isNotEmpty()";
            case Check.ValueIsNull value -> path(value.path()) + ".isEqualTo(null)";
            case Check.ValueMissing value -> path(value.path()) + ".doesNotExist()";
            case Check.EmptyBody _ -> ".isEmpty()";
            case Check.SomeBody _ -> text(".isNotBlank()");
            case Check.BodyContains part -> text(".contains(" + part.text() + ")");
            case Check.OfList list -> list(list);
        };
    }

    private String list(Check.OfList check) {
        return switch (check) {
            case Check.ValueMissingInAll value ->
                    path(value.list() + "[*]." + value.property()) + ".doesNotExist()";
            case Check.Element element ->
                    ".jsonPath(\"%s[?(@.%s == %s)]\".formatted(%s)).%s()"
                            .formatted(
                                    JsonPaths.of(element.list()),
                                    element.property(),
                                    element.isText() ? "'%s'" : "%s",
                                    element.value(),
                                    element.isThere() ? "isNotEmpty" : "isEmpty");
            case Check.ElementHas has ->
                    has.isOfOneType()
                            ? ".jsonPath(\"%s\".formatted(%s)).isEqualTo(%s)"
                                    .formatted(
                                            JsonPaths.valueOf(has), has.key().value(), has.value())
                            : ".jsonPath(\"%s\".formatted(%s, %s)).isNotEmpty()"
                                    .formatted(
                                            JsonPaths.element(has), has.key().value(), has.value());
            case Check.EmptyList list -> path(list.list()) + ".isEmpty()";
            case Check.InOrder order ->
                    all(
                            order.list(),
                            order.property(),
                            "containsSubsequence(" + String.join(", ", order.values()) + ")");
            case Check.Values values ->
                    all(values.list(), values.property(), "isEqualTo(" + values.values() + ")");
            case Check.Count count ->
                    path(count.list() + ".length()") + ".isEqualTo(" + count.count() + ")";
            case Check.Items items ->
                    all(
                            items.list(),
                            items.property(),
                            "contains(" + String.join(", ", items.values()) + ")");
        };
    }

    /// What is so of all values of a property. Both clients take a consumer; matchers one of them alone.
    private String all(String list, String property, String assertion) {
        imports.assertions();
        imports.type("java.util.List");
        return path(list + "[*]." + property)
                + ".value((List<Object> found) -> assertThat(found)."
                + assertion
                + ")";
    }

    private String contains(Check.HeaderContains header) {
        imports.assertions();
        return ".expectHeader().value(%s, value -> assertThat(value).contains(%s))"
                .formatted(header.name(), header.part());
    }

    private String text(String assertion) {
        imports.assertions();
        imports.type("java.nio.charset.StandardCharsets");
        return ".consumeWith(answer -> assertThat(new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8))"
                + assertion
                + ")";
    }

    private static String path(String path) {
        return ".jsonPath(\"" + JsonPaths.of(path) + "\")";
    }
}
