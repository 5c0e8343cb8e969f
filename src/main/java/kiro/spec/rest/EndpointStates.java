package kiro.spec.rest;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The states that an endpoint's spec speaks of: those in which it can be used, or not, and the one that it leads to.
final class EndpointStates {
    /// What is done with a thing and where it is by that.
    private static final Pattern PARTICLE = Pattern.compile("[a-z]+ (out|in|on|off|up|down|away)");

    private final EndpointDraft endpoint;

    EndpointStates(EndpointDraft endpoint) {
        this.endpoint = endpoint;
    }

    List<String> allowed() {
        return endpoint.behaviours().stream()
                .flatMap(one ->
                        one instanceof Behaviour.OnlyIn(List<String> states)
                                ? states.stream()
                                : Stream.empty())
                .toList();
    }

    List<String> forbidden() {
        return endpoint.behaviours().stream()
                .flatMap(one ->
                        one instanceof Behaviour.NotIn(List<String> states)
                                ? states.stream()
                                : Stream.empty())
                .toList();
    }

    private List<String> reached() {
        return endpoint.behaviours().stream()
                .flatMap(one ->
                        one instanceof Behaviour.Brings(String state)
                                ? Stream.of(state)
                                : Stream.empty())
                .toList();
    }

    /// Whether the word is for the state that the endpoint leads to, or for what its path does.
    boolean isResult(String word) {
        String act = endpoint.route().path().segments().getLast();
        return reached().stream().anyMatch(state -> plain(state).equals(plain(word)))
                || (act.matches("[a-z]+")
                        && Words.doneBy(act).contains(word.toLowerCase(Locale.ROOT)));
    }

    boolean isAllowed(String state) {
        return allowed().contains(state);
    }

    /// Whether the words are all for states in which it can be done.
    boolean areAllowed(Collection<String> words) {
        return words.stream().allMatch(word -> named(word).filter(this::isAllowed).isPresent());
    }

    /// Whether the spec says that it cannot be done in this state: it is none of those in which it can.
    boolean isForbidden(String state) {
        return forbidden().contains(state) || (!allowed().isEmpty() && !isAllowed(state));
    }

    /// The state that the words are for: "in progress" is `IN_PROGRESS`, and what was "handed out" is `OUT`.
    Optional<String> named(String words) {
        Optional<String> state = called(words);
        boolean isDone = PARTICLE.matcher(words).matches() && Words.isDone(words);
        return state.or(() -> isDone ? called(words.replaceFirst(".* ", "")) : Optional.empty())
                .or(() -> ofAct(words));
    }

    /// What has been done by the path's last part is in the state that the endpoint leads to: a stay that was "checked out"
    /// by `check-out`.
    private Optional<String> ofAct(String words) {
        String[] act = endpoint.route().path().segments().getLast().split("-", 2);
        String particle = act.length == 2 ? " " + act[1] : "";
        boolean isDone =
                act[0].matches("[a-z]+")
                        && Words.doneBy(act[0]).stream()
                                .anyMatch(done -> (done + particle).equals(plain(words)));
        List<String> reached = reached();
        return isDone && reached.size() == 1 ? Optional.of(reached.getFirst()) : Optional.empty();
    }

    private Optional<String> called(String words) {
        String plain = plain(words);
        return Stream.of(allowed(), forbidden(), reached())
                .flatMap(List::stream)
                .filter(state -> plain(state).equals(plain))
                .findFirst();
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[_-]", " ");
    }
}
