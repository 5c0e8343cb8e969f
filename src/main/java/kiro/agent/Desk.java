package kiro.agent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.model.ModelFailure;
import kiro.model.ModelRoutes;
import kiro.model.Purpose;
import kiro.model.Routed;

/// Decides which model answers a request: that of its kind of work, unless it was found overloaded in this run and another
/// one is to answer then.
final class Desk {
    /// How often a model that is overloaded is asked before another one is.
    private static final int TRIES = 2;

    private final ModelRoutes routes;
    private final Map<String, Routed> instead = new HashMap<>();
    private final Set<String> overloaded = new HashSet<>();

    Desk(ModelRoutes routes) {
        this.routes = routes;
    }

    /// Who answers, and why.
    record Choice(Routed routed, String why) {
        String name() {
            return routed.name();
        }
    }

    /// @param tokens about how many the request and its reply have
    /// @param kind why the work is of its kind; empty where that needs no reason
    synchronized Choice choose(Purpose purpose, long tokens, String kind) {
        Routed usual = routes.usual();
        Routed wanted = routes.of(purpose);
        if (purpose == Purpose.SUMMARY
                && tokens > wanted.model().window()
                && usual.model().window() > wanted.model().window()) {
            return current(
                    usual,
                    "summaries go to %s, which takes no more than %,d tokens"
                            .formatted(wanted.name(), wanted.model().window()));
        }
        return current(wanted, why(purpose, wanted, kind));
    }

    private static String why(Purpose purpose, Routed wanted, String kind) {
        if (wanted.why().isEmpty()) {
            return "";
        }
        return kind.isEmpty()
                ? "%s: %s".formatted(purpose.word(), wanted.why())
                : "%s, as %s: %s".formatted(purpose.word(), kind, wanted.why());
    }

    private Choice current(Routed wanted, String why) {
        Routed other = instead.get(wanted.name());
        return other == null
                ? new Choice(wanted, why)
                : new Choice(
                        current(other, "").routed(),
                        "%s was overloaded: %s".formatted(wanted.name(), other.why()));
    }

    /// Who answers in the place of a model that is overloaded, from now on; empty where nobody does, or it may still answer.
    ///
    /// @param failures how often it failed to answer this request
    /// @param mayWait whether asking it again would be worth waiting for
    synchronized Optional<Choice> instead(
            Choice asked, int failures, ModelFailure failure, boolean mayWait) {
        if (!isOverload(failure) || (mayWait && failures < TRIES)) {
            return Optional.empty();
        }
        overloaded.add(asked.name());
        Optional<Routed> next =
                routes.fallbacks().stream()
                        .filter(other -> !overloaded.contains(other.name()))
                        .findFirst();
        next.ifPresent(other -> instead.put(asked.name(), other));
        return next.map(other ->
                new Choice(other, "%s was overloaded: %s".formatted(asked.name(), other.why())));
    }

    /// A wrong key, a request that is rejected or a broken connection is no overload: another model would hide it.
    private static boolean isOverload(ModelFailure failure) {
        return switch (failure) {
            case ModelFailure.Overloaded _, ModelFailure.RateLimited _ -> true;
            case ModelFailure.ProviderFault _,
                    ModelFailure.Disconnected _,
                    ModelFailure.Silent _,
                    ModelFailure.Malformed _,
                    ModelFailure.Unauthorized _,
                    ModelFailure.ContextTooLong _,
                    ModelFailure.Rejected _,
                    ModelFailure.Blocked _ ->
                    false;
        };
    }
}
