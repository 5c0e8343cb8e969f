package kiro.spec.rule;

import java.util.Optional;
import java.util.Set;
import kiro.spec.sentence.HttpOutcome;
import kiro.spec.sentence.Phrase;
import kiro.spec.sentence.RememberedWords;
import kiro.spec.sentence.Sentence;
import kiro.spec.sentence.Token;
import kiro.text.Remembered;
import kiro.workspace.WorkspacePath;

/// What one statement says about the status of one request.
///
/// @param request method and path, with parameters as `{}`; empty where the statement names none
/// @param situation a hash of who answers and of the words of the condition, whatever their order
record OutcomeFact(String request, long situation, int status, Place place) {
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

    private static final RememberedWords<Meaning> MEANINGS =
            new RememberedWords<>(OutcomeFact::meaning);

    /// Of the words for a responder what tells it from others.
    private static final Remembered<Long> SYSTEMS = new Remembered<>(OutcomeFact::ofSystem);

    /// What one token adds to a situation.
    ///
    /// @param said whether it says anything, 0 or 1
    /// @param own whether what it says cannot be said of any request, 0 or 1
    private record Meaning(long hash, int said, int own) {
        static final Meaning NONE = new Meaning(0, 0, 0);
    }

    /// What has to be so for an answer: the sum of what its words mean, since their order does not matter.
    private record Situation(long hash, int said, int own) {
        boolean isEmpty() {
            return said == 0;
        }
    }

    static Optional<OutcomeFact> of(Statement statement, WorkspacePath path) {
        Optional<HttpOutcome> outcome = statement.sentence().outcome();
        if (outcome.isEmpty() || outcome.get().status().isEmpty()) {
            return Optional.empty();
        }
        HttpOutcome http = outcome.get();
        String request = request(http);
        Situation situation = situation(statement, http);
        int status = http.status().getAsInt();
        boolean isUnconditional = situation.isEmpty() && status >= 300;
        // of fewer than two words of their own, the rest may be about anything
        if (isUnconditional || (request.isEmpty() && situation.own() < 2)) {
            return Optional.empty();
        }
        long system = request.isEmpty() ? system(statement.sentence()) : 0;
        return Optional.of(
                new OutcomeFact(
                        request,
                        Words.mixed(situation.hash() + 31 * system),
                        status,
                        new Place(
                                path,
                                statement.place(http.statuses().getFirst().at()),
                                statement.id())));
    }

    /// The statement's responder, where that is more than `the API`: another part may well answer otherwise.
    private static long system(Sentence sentence) {
        return sentence instanceof Sentence.Ears ears && ears.system().isPresent()
                ? SYSTEMS.of(EarsRules.key(ears.system().get()))
                : 0;
    }

    private static long ofSystem(String system) {
        return GENERIC.contains(system.replace("the ", "")) ? 0 : Words.hash(system);
    }

    /// What has to be so. That somebody calls what is named says nothing: it holds for each answer to it.
    private static Situation situation(Statement statement, HttpOutcome http) {
        long hash = 0;
        int said = 0;
        int own = 0;
        for (Phrase condition : http.conditions()) {
            int last = statement.tokenAt(condition.end() - 1);
            for (int i = statement.tokenAt(condition.start()); i <= last; i++) {
                Meaning meaning = MEANINGS.of(statement.tokens().get(i));
                hash += meaning.hash();
                said += meaning.said();
                own += meaning.own();
            }
        }
        boolean isSaidOfAny = http.path().isPresent() && own == 0;
        return isSaidOfAny ? new Situation(0, 0, 0) : new Situation(hash, said, own);
    }

    private static Meaning meaning(Token token) {
        boolean isRequest = token.is(Token.Kind.PATH) || isMethod(token) || isCodedRequest(token);
        if (isRequest || Words.isEmpty(token)) {
            return Meaning.NONE;
        }
        return new Meaning(Words.hash(token.stem()), 1, GENERIC.contains(token.stem()) ? 0 : 1);
    }

    /// Whether it names a request, and nothing that has to be so for the answer.
    static boolean isUnconditional(Statement statement, HttpOutcome http) {
        return http.path().isPresent() && situation(statement, http).isEmpty();
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
