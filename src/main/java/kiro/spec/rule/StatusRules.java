package kiro.spec.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.spec.sentence.HttpOutcome;

/// The rule about errors that come without a condition: where the same request succeeds as well, nobody can tell when it does
/// which. By itself, `DELETE /orders returns 405` is a promise like any other.
final class StatusRules {
    private static final int FIRST_ERROR = 400;

    private final Checked checked;

    StatusRules(Checked checked) {
        this.checked = checked;
    }

    void check(List<Statement> criteria) {
        Map<String, Statement> succeeding = new HashMap<>();
        for (Statement each : criteria) {
            Optional<HttpOutcome> http = each.sentence().outcome();
            if (http.isPresent() && isSuccess(http.get())) {
                succeeding.putIfAbsent(OutcomeFact.request(http.get()), each);
            }
        }
        if (succeeding.isEmpty()) {
            return;
        }
        for (Statement each : criteria) {
            each.sentence()
                    .outcome()
                    .filter(http -> status(http) >= FIRST_ERROR)
                    .filter(http -> OutcomeFact.isUnconditional(each, http))
                    .ifPresent(http -> {
                        Statement success = succeeding.get(OutcomeFact.request(http));
                        if (success != null) {
                            report(each, http, success);
                        }
                    });
        }
    }

    private static boolean isSuccess(HttpOutcome http) {
        return http.path().isPresent() && status(http) >= 200 && status(http) < 300;
    }

    private static int status(HttpOutcome http) {
        return http.status().orElse(0);
    }

    private void report(Statement error, HttpOutcome http, Statement success) {
        checked.report(
                Rule.NO_CONDITION,
                error,
                http.statuses().getFirst().at(),
                "%s does not say when the answer is %d, and by %s in line %d the same request succeeds"
                        .formatted(
                                error.name(), status(http), success.name(), success.item().line()),
                "say when, as in 'returns %d when ...'".formatted(status(http)));
    }
}
