package kiro.spec.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.spec.sentence.HttpOutcome;
import kiro.spec.sentence.Phrase;
import kiro.spec.sentence.Sentence;
import kiro.spec.sentence.Token;
import kiro.workspace.WorkspacePath;

/// What one statement says about the status of one request.
///
/// @param request method and path, with parameters as `{}`; empty where the statement names none
/// @param situation the words of the condition, in alphabetical order
record OutcomeFact(String request, String situation, int status, Place place) {
    private static final Set<String> GENERIC =
            Set.of(
                    "request",
                    "api",
                    "endpoint",
                    "system",
                    "service",
                    "server",
                    "client",
                    "user",
                    "caller",
                    "call",
                    "response",
                    "send",
                    "sends",
                    "sent",
                    "make",
                    "made",
                    "receive",
                    "received",
                    "called",
                    "invoke",
                    "invoked",
                    "requested",
                    "issue",
                    "issued",
                    "submit",
                    "submitted",
                    "perform",
                    "performed",
                    "incoming",
                    "http",
                    "returns",
                    "get",
                    "post",
                    "put",
                    "patch",
                    "delete");

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final int FEW = 40;

    static Optional<OutcomeFact> of(Statement statement, WorkspacePath path) {
        Optional<HttpOutcome> outcome = statement.sentence().outcome();
        if (outcome.isEmpty() || outcome.get().status().isEmpty()) {
            return Optional.empty();
        }
        HttpOutcome http = outcome.get();
        String request = request(http);
        List<String> words = words(statement, http);
        int status = http.status().getAsInt();
        boolean isUnconditional = words.isEmpty() && status >= 300;
        if (isUnconditional || (request.isEmpty() && isUnspecific(words))) {
            return Optional.empty();
        }
        String system = request.isEmpty() ? system(statement.sentence()) : "";
        return Optional.of(
                new OutcomeFact(
                        request,
                        system + String.join(" ", words),
                        status,
                        new Place(
                                path,
                                statement.place(http.statuses().getFirst().at()),
                                statement.name())));
    }

    /// Whether the words may be about anything: fewer than two say something of their own.
    private static boolean isUnspecific(List<String> words) {
        int own = 0;
        for (int i = 0; i < words.size() && own < 2; i++) {
            own += GENERIC.contains(words.get(i)) ? 0 : 1;
        }
        return own < 2;
    }

    /// The statement's responder, where that is more than `the API`: another part may well answer otherwise.
    private static String system(Sentence sentence) {
        if (!(sentence instanceof Sentence.Ears ears) || ears.system().isEmpty()) {
            return "";
        }
        String system = EarsRules.key(ears.system().get());
        return GENERIC.contains(system.replace("the ", "")) ? "" : system + ": ";
    }

    /// What has to be so, in alphabetical order. That somebody calls what is named says nothing: it holds for each answer to it.
    private static List<String> words(Statement statement, HttpOutcome http) {
        List<String> words = situation(statement, http.conditions());
        return http.path().isPresent() && GENERIC.containsAll(words) ? List.of() : words;
    }

    /// Whether it names a request, and nothing that has to be so for the answer.
    static boolean isUnconditional(Statement statement, HttpOutcome http) {
        return http.path().isPresent() && words(statement, http).isEmpty();
    }

    static String request(HttpOutcome http) {
        return http.path().isEmpty()
                ? ""
                : http.method().orElse("*") + " " + template(http.path().get().text());
    }

    /// A path with its parameters unnamed: `/users/{id}`, `/users/:user` and `/users/<id>` are one.
    static String template(String path) {
        var template = new StringBuilder();
        int query = path.indexOf('?');
        for (String segment : (query < 0 ? path : path.substring(0, query)).split("/")) {
            if (!segment.isEmpty()) {
                boolean isParameter = "{:<[".indexOf(segment.charAt(0)) >= 0;
                template.append('/').append(isParameter ? "{}" : segment);
            }
        }
        return template.toString();
    }

    private static List<String> situation(Statement statement, List<Phrase> conditions) {
        var words = new ArrayList<String>();
        for (Phrase condition : conditions) {
            int last = statement.tokenAt(condition.end() - 1);
            for (int i = statement.tokenAt(condition.start()); i <= last; i++) {
                Token token = statement.tokens().get(i);
                boolean isRequest =
                        token.is(Token.Kind.PATH) || isMethod(token) || isCodedRequest(token);
                if (!isRequest && !Words.isEmpty(token)) {
                    words.add(token.stem());
                }
            }
        }
        sort(words);
        return words;
    }

    /// A few are sorted with less work than any sort takes.
    private static void sort(List<String> words) {
        if (words.size() > FEW) {
            Collections.sort(words);
            return;
        }
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            int at = i;
            while (at > 0 && words.get(at - 1).compareTo(word) > 0) {
                words.set(at, words.get(at - 1));
                at--;
            }
            words.set(at, word);
        }
    }

    /// `/orders` or `PUT /orders` between backticks.
    private static boolean isCodedRequest(Token token) {
        if (!token.is(Token.Kind.CODE)) {
            return false;
        }
        String code = token.text();
        int space = code.indexOf(' ');
        return code.startsWith("/")
                || (space > 0
                        && METHODS.contains(code.substring(0, space))
                        && code.startsWith("/", space + 1));
    }

    private static boolean isMethod(Token token) {
        return token.isShouted() && METHODS.contains(token.text());
    }
}
