package kiro.model.builtin.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Talks as `MockMvc` does.
final class MockMvcTalk implements Talk {
    private static final String MVC = "org.springframework.test.web.servlet.";
    private static final String SECURITY =
            "org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors";

    private final Imports imports;
    private final int bootMajor;
    private final String client;
    private final Set<String> inherited;

    /// @param client the expression for the client
    /// @param inherited the names of methods that the test class has from the one that it extends
    MockMvcTalk(Imports imports, int bootMajor, String client, Set<String> inherited) {
        this.imports = imports;
        this.bootMajor = bootMajor;
        this.client = client;
        this.inherited = Set.copyOf(inherited);
    }

    @Override
    public String field() {
        return client;
    }

    @Override
    public String type() {
        return "MockMvc";
    }

    @Override
    public String qualifiedType() {
        return MVC + "MockMvc";
    }

    @Override
    public boolean isInThread() {
        return true;
    }

    @Override
    public List<Shared> shared() {
        return List.of(
                new Shared(
                        "values",
                        """
                        private List<Object> values(MockHttpServletRequestBuilder request, String path)
                                throws Exception {
                            var answer = %s.perform(request).andReturn().getResponse();
                            return JsonPath.read(answer.getContentAsString(), path);
                        }\
                        """
                                .formatted(client)));
    }

    @Override
    public String helper(Endpoint endpoint) {
        String verb = endpoint.lowerVerb();
        // A method that is inherited hides one that is imported.
        boolean isHidden = inherited.contains(verb);
        if (isHidden) {
            imports.type(MVC + "request.MockMvcRequestBuilders");
        } else {
            imports.statics(MVC + "request.MockMvcRequestBuilders", verb);
        }
        imports.type(MVC + "request.MockHttpServletRequestBuilder");
        String call =
                (isHidden ? "MockMvcRequestBuilders." : "") + verb + "(" + endpoint.uri() + ")";
        if (endpoint.hasBody()) {
            imports.type("org.springframework.http.MediaType");
            call += ".contentType(MediaType.APPLICATION_JSON).content(body)";
        }
        return "private static MockHttpServletRequestBuilder %s(%s) {\n    return %s;\n}"
                .formatted(endpoint.name(), endpoint.declared(), call);
    }

    private String request(Ask ask) {
        var text = new StringBuilder(ask.name() + "(" + String.join(", ", ask.arguments()) + ")");
        for (Ask.Extra extra : ask.extras()) {
            text.append(
                    switch (extra) {
                        case Ask.Extra.Header header ->
                                ".header(" + header.name() + ", " + header.value() + ")";
                        case Ask.Extra.SignedIn user -> signedIn(user);
                        case Ask.Extra.Media media -> ".contentType(" + media.type() + ")";
                    });
        }
        return text.toString();
    }

    private String signedIn(Ask.Extra.SignedIn user) {
        imports.statics(SECURITY, "user");
        String roles =
                user.roles().isEmpty()
                        ? ""
                        : user.roles().stream()
                                .map(role -> "\"" + role + "\"")
                                .collect(Collectors.joining(", ", ".roles(", ")"));
        return ".with(user(" + user.user() + ")" + roles + ")";
    }

    @Override
    public String sent(Ask ask) {
        return client + ".perform(" + request(ask) + ");";
    }

    @Override
    public String answered(Ask ask, int status) {
        return client + ".perform(" + request(ask) + ").andExpect(" + status(status) + ");";
    }

    @Override
    public List<String> checked(Ask ask, List<Check> checks) {
        var lines = new ArrayList<String>();
        var call = new StringBuilder(client + ".perform(" + request(ask) + ")");
        var kept = new ArrayList<String>();
        var after = new ArrayList<String>();
        for (Check check : checks) {
            switch (check) {
                case Check.Before before -> lines.add(before.statement());
                case Check.After behind -> after.add(behind.statement());
                case Check.ValueKept value -> kept.add(JsonPaths.read(value, "answer"));
                case Check.OfAnswer one ->
                        call.append(".andExpect(").append(matcher(one)).append(')');
            }
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        if (kept.isEmpty()) {
            lines.add(call.append(';').toString());
        } else {
            imports.type("com.jayway.jsonpath.JsonPath");
            lines.add(
                    "String answer = "
                            + call.append(".andReturn().getResponse().getContentAsString();"));
        }
        lines.addAll(kept);
        lines.addAll(after);
        return lines;
    }

    private String matcher(Check.OfAnswer check) {
        return switch (check) {
            case Check.Status status -> status(status.code());
            case Check.Success _ -> of("status") + ".is2xxSuccessful()";
            case Check.ClientError _ -> of("status") + ".is4xxClientError()";
            case Check.HeaderIs header ->
                    of("header") + ".string(" + header.name() + ", " + header.value() + ")";
            case Check.HeaderExists header -> of("header") + ".exists(" + header.name() + ")";
            case Check.HeaderContains header -> contains(header);
            case Check.ValueIs value -> path(value.path()) + ".value(" + value.value() + ")";
            case Check.NumberIs value ->
                    path(value.path()) + ".value(" + value.decimal() + ".doubleValue())";
            case Check.ValueExists value -> path(value.path()) + ".hasJsonPath()";
            case Check.ValueIsSet value -> path(value.path()) + ".exists()";
            case Check.ValueKept value -> path(value.path()) + ".exists()";
            case Check.ValueIsNull value -> path(value.path()) + ".doesNotExist()";
            case Check.ValueMissing value -> path(value.path()) + ".doesNotExist()";
            case Check.EmptyBody _ -> of("content") + ".string(\"\")";
            case Check.SomeBody _ ->
                    of("content")
                            + ".string(%s(%s()))"
                                    .formatted(hamcrest("not"), hamcrest("blankOrNullString"));
            case Check.BodyContains text ->
                    of("content")
                            + ".string(%s(%s))".formatted(hamcrest("containsString"), text.text());
            case Check.ProblemDocument _ -> problemDocument();
            case Check.OfList list -> list(list);
        };
    }

    private String list(Check.OfList check) {
        return switch (check) {
            case Check.ValueMissingInAll value ->
                    values(value.list(), value.property()) + ".doesNotExist()";
            case Check.Element element -> element(element);
            case Check.ElementHas has -> {
                imports.statics(MVC + "result.MockMvcResultMatchers", "jsonPath");
                yield has.isOfOneType()
                        ? "jsonPath(\"%s\", %s).value(%s)"
                                .formatted(JsonPaths.valueOf(has), has.key().value(), has.value())
                        : "jsonPath(\"%s\", %s, %s).isNotEmpty()"
                                .formatted(JsonPaths.element(has), has.key().value(), has.value());
            }
            case Check.EmptyList list -> path(list.list()) + ".isEmpty()";
            case Check.InOrder order ->
                    values(order.list(), order.property())
                            + ".value(%s(%s))"
                                    .formatted(
                                            hamcrest("containsInRelativeOrder"),
                                            String.join(", ", order.values()));
            case Check.Values values ->
                    values(values.list(), values.property())
                            + ".value(%s(%s))".formatted(hamcrest("equalTo"), values.values());
            case Check.Count count ->
                    path(count.list() + ".length()") + ".value(" + count.count() + ")";
            case Check.Items items ->
                    path(items.list() + "[*]." + items.property())
                            + ".value(%s(%s))"
                                    .formatted(
                                            hamcrest("hasItems"),
                                            String.join(", ", items.values()));
        };
    }

    private String contains(Check.HeaderContains header) {
        return of("header")
                + ".string(%s, %s(%s))"
                        .formatted(header.name(), hamcrest("containsString"), header.part());
    }

    private String problemDocument() {
        imports.type("org.springframework.http.MediaType");
        return of("content") + ".contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)";
    }

    private String element(Check.Element element) {
        imports.statics(MVC + "result.MockMvcResultMatchers", "jsonPath");
        return "jsonPath(\"%s[?(@.%s == %s)]\", %s).%s()"
                .formatted(
                        JsonPaths.of(element.list()),
                        element.property(),
                        element.isText() ? "'%s'" : "%s",
                        element.value(),
                        element.isThere() ? "isNotEmpty" : "isEmpty");
    }

    private String values(String list, String property) {
        imports.statics(MVC + "result.MockMvcResultMatchers", "jsonPath");
        return "jsonPath(\"" + JsonPaths.all(list, property) + "\")";
    }

    @Override
    public String values(Ask ask, String list, String property) {
        imports.type("com.jayway.jsonpath.JsonPath");
        imports.type("java.util.List");
        return "values(" + request(ask) + ", \"" + JsonPaths.all(list, property) + "\")";
    }

    private String of(String matcher) {
        imports.statics(MVC + "result.MockMvcResultMatchers", matcher);
        return matcher + "()";
    }

    private String hamcrest(String matcher) {
        imports.statics("org.hamcrest.Matchers", matcher);
        return matcher;
    }

    private String path(String path) {
        imports.statics(MVC + "result.MockMvcResultMatchers", "jsonPath");
        return "jsonPath(\"" + JsonPaths.of(path) + "\")";
    }

    /// The check of a status; Spring 7 renamed the one for 422.
    private String status(int code) {
        String name =
                switch (code) {
                    case 200 -> "isOk()";
                    case 201 -> "isCreated()";
                    case 202 -> "isAccepted()";
                    case 204 -> "isNoContent()";
                    case 400 -> "isBadRequest()";
                    case 401 -> "isUnauthorized()";
                    case 403 -> "isForbidden()";
                    case 404 -> "isNotFound()";
                    case 409 -> "isConflict()";
                    case 410 -> "isGone()";
                    case 415 -> "isUnsupportedMediaType()";
                    case 422 ->
                            bootMajor >= 4 ? "isUnprocessableContent()" : "isUnprocessableEntity()";
                    case 429 -> "isTooManyRequests()";
                    default -> "is(" + code + ")";
                };
        return of("status") + "." + name;
    }
}
