package kiro.spec.rest;

import java.util.List;
import java.util.OptionalInt;

/// Reads what is said of a second request, and of a second thing that a caller makes.
final class SecondOnes {
    private final EndpointDraft endpoint;
    private final OptionalInt status;
    private final Objections objections;

    SecondOnes(EndpointDraft endpoint, OptionalInt status, Objections objections) {
        this.endpoint = endpoint;
        this.status = status;
        this.objections = objections;
    }

    /// "Rating the same film twice": what is created below the same thing a second time.
    Condition repeated(Meaning meaning) {
        List<String> words = meaning.tokens().stream().map(Token::key).toList();
        int same = words.indexOf("same");
        boolean isOfParent =
                endpoint.route().method() == HttpMethod.POST
                        && status.equals(OptionalInt.of(409))
                        && same >= 0
                        && same + 1 < words.size()
                        && endpoint.parentNouns().contains(Words.singular(words.get(same + 1)));
        return isOfParent ? new Condition.SecondByCaller() : new Condition.Repeated();
    }

    /// Only what is created below something else can be made twice for it.
    Condition byCaller() {
        boolean isBelow =
                endpoint.route().method() == HttpMethod.POST
                        && !endpoint.route().path().parameters().isEmpty();
        if (!isBelow || !status.equals(OptionalInt.of(409))) {
            objections.add("of what there may be no second one is not clear");
        }
        return new Condition.SecondByCaller();
    }
}
