package kiro.spec.suggest;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kiro.spec.Spec;
import kiro.text.Needles;

/// A glance at a spec's bare words, which tells cheaply what it cannot be about. Most specs are about none of it, and
/// thousands of them are looked at in one run.
///
/// @param words which of the words that are looked for stand in it
record FirstLook(String text, long words) {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final Map<SpecKind, List<String>> WORDS =
            new EnumMap<>(
                    Map.of(
                            SpecKind.JOB,
                            List.of(" job", "worker ", "consumer "),
                            SpecKind.MIGRATION,
                            List.of(
                                    "schema change:",
                                    "alter table",
                                    " migration",
                                    " column",
                                    "foreign key",
                                    " index",
                                    "backfill"),
                            SpecKind.INFRASTRUCTURE,
                            List.of("resource: ", " stack ", " terraform module "),
                            SpecKind.BUG_FIX,
                            List.of(
                                    "current behavio",
                                    "actual behavio",
                                    "root cause",
                                    "steps to reproduce"),
                            SpecKind.INTEGRATION,
                            List.of(
                                    "service: ",
                                    "calls: ",
                                    "integrat",
                                    "third-party",
                                    "external")));

    private static final List<String> PERSONAL =
            List.of(
                    "email",
                    "e-mail",
                    "phone",
                    "mobile",
                    "birth",
                    "postal",
                    "home addr",
                    "street",
                    "billing",
                    "shipping",
                    "card",
                    "iban",
                    "bank account",
                    "social security",
                    "ssn",
                    "passport",
                    "personal",
                    "pii",
                    "health data",
                    "password",
                    "passphrase");

    /// What else the rules about personal data ask for.
    private static final List<String> OTHER_PERSONAL =
            List.of("mail", "address", "bank", "social", "health");

    private static final Needles ALL =
            Needles.of(
                    Stream.of(
                                    METHODS.stream().map(FirstLook::lower),
                                    WORDS.values().stream().flatMap(List::stream),
                                    PERSONAL.stream(),
                                    OTHER_PERSONAL.stream())
                            .flatMap(Function.identity())
                            .distinct()
                            .toList());

    private static final long METHOD_BITS =
            ALL.bits(METHODS.stream().map(FirstLook::lower).toList());
    private static final long PERSONAL_BITS = ALL.bits(PERSONAL);
    private static final Map<SpecKind, Long> BITS =
            WORDS.entrySet().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Map.Entry::getKey, entry -> ALL.bits(entry.getValue())));

    static FirstLook at(Spec spec) {
        return new FirstLook(spec.document().text(), ALL.inAnyCase(spec.document()));
    }

    boolean mayBe(SpecKind kind) {
        return kind == SpecKind.REST
                ? (words & METHOD_BITS) != 0 && METHODS.stream().anyMatch(text::contains)
                : has(BITS.getOrDefault(kind, 0L));
    }

    boolean maySpeakOfPeople() {
        return (words & PERSONAL_BITS) != 0;
    }

    /// Whether one of the words with these bits stands somewhere, in whatever case.
    boolean has(long some) {
        return (words & some) != 0;
    }

    /// The bits of words that are among those that are looked for.
    static long bits(List<String> some) {
        return ALL.bits(some);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
