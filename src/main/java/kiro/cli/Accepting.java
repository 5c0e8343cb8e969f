package kiro.cli;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import kiro.spec.SpecReading;
import kiro.sync.Acceptance;

/// Lets a person answer for a criterion: `kiro spec sync SPEC --accept ID --reason ...`.
record Accepting(SpecProofs.Writers writers, SyncOptions options) {
    /// What came of it.
    sealed interface Answer {
        /// @param spec as it is then; as it was, where nothing is to be written
        record Written(Spec spec) implements Answer {}

        record Refused(Problem problem) implements Answer {}
    }

    Answer accept(Spec spec) throws IOException {
        SyncOptions.Accepting asked = Objects.requireNonNull(options.accepting);
        Optional<AcceptanceCriterion> criterion =
                CriterionId.parse(asked.criterion).flatMap(spec::criterion);
        Optional<Problem> problem = problem(spec, asked, criterion);
        if (problem.isPresent()) {
            return new Answer.Refused(problem.get());
        }
        if (options.isCheck) {
            return new Answer.Written(spec);
        }
        SpecReading written =
                writers.sync()
                        .accept(
                                spec,
                                criterion.orElseThrow(),
                                asked.isByHand ? Acceptance.Kind.MANUAL : Acceptance.Kind.WAIVED,
                                asked.reason,
                                owner(asked).orElseThrow(),
                                Optional.ofNullable(asked.until).map(LocalDate::parse));
        return switch (written) {
            case SpecReading.Whole whole -> new Answer.Written(whole.spec());
            case SpecReading.Broken broken ->
                    new Answer.Refused(
                            new Problem(
                                    "spec/not-written",
                                    "the spec cannot be read any more: "
                                            + broken.findings().getFirst().message(),
                                    "take back what was written to " + spec.path()));
        };
    }

    private Optional<Problem> problem(
            Spec spec, SyncOptions.Accepting asked, Optional<AcceptanceCriterion> criterion) {
        if (criterion.isEmpty()) {
            return problem(
                    "spec/no-criterion",
                    "%s has no criterion '%s'".formatted(spec.name(), asked.criterion),
                    "see its ids with 'kiro spec show %s'".formatted(spec.name()));
        }
        if (asked.reason.isBlank()) {
            return problem(
                    "spec/no-reason", "--reason is empty", "say why, for those who read it later");
        }
        if (asked.until != null && !isDay(asked.until)) {
            return problem(
                    "spec/no-date",
                    "'%s' is not a day".formatted(asked.until),
                    "write it as in --until 2027-01-31");
        }
        return owner(asked).isEmpty()
                ? problem(
                        "spec/no-owner",
                        "nobody answers for %s: git knows no user.name".formatted(asked.criterion),
                        "say who with --owner")
                : Optional.empty();
    }

    private Optional<String> owner(SyncOptions.Accepting asked) {
        return Optional.ofNullable(asked.owner).or(writers::person).filter(name -> !name.isBlank());
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static Optional<Problem> problem(String rule, String message, String fix) {
        return Optional.of(new Problem(rule, message, fix));
    }
}
