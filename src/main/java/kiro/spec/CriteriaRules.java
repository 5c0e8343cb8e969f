package kiro.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.finding.Finding;

/// Rules about the acceptance criteria.
final class CriteriaRules {
    private CriteriaRules() {}

    /// What makes a spec impossible to work with: nothing to prove, or two criteria of one name.
    static List<Finding> unusable(Spec spec) {
        if (spec.criteria().isEmpty()) {
            return List.of(MissingCriteria.finding(spec));
        }
        return duplicateIds(spec);
    }

    /// What makes single criteria hard to prove.
    static List<Finding> check(Spec spec) {
        var findings = new ArrayList<Finding>();
        Map<String, AcceptanceCriterion> byWords = new HashMap<>();
        IdLedger ledger = IdLedger.of(spec.document());
        for (AcceptanceCriterion criterion : spec.criteria()) {
            if (ledger.isRetired(criterion.id())) {
                findings.add(reused(spec, criterion));
            }
            if (!hasWords(criterion.text())) {
                findings.add(wordless(spec, criterion));
                continue;
            }
            if (!criterion.hasCheckbox() && !spec.isFolder()) {
                findings.add(boxless(spec, criterion));
            }
            AcceptanceCriterion first = byWords.putIfAbsent(criterion.words(), criterion);
            if (first != null) {
                findings.add(repeated(spec, first, criterion));
            }
        }
        return findings;
    }

    private static List<Finding> duplicateIds(Spec spec) {
        var findings = new ArrayList<Finding>();
        Map<String, AcceptanceCriterion> seen = new HashMap<>();
        Optional<CriterionId> free = Optional.empty();
        for (AcceptanceCriterion criterion : spec.criteria()) {
            AcceptanceCriterion first = seen.putIfAbsent(criterion.id().key(), criterion);
            if (first != null) {
                free = free.or(() -> Optional.of(freeId(spec)));
                findings.add(duplicate(spec, criterion, first, free.get()));
                findings.add(duplicate(spec, first, criterion, free.get()));
            }
        }
        return findings.isEmpty()
                ? List.of()
                : findings.stream().distinct().sorted(Finding.ORDER).toList();
    }

    private static Finding duplicate(
            Spec spec, AcceptanceCriterion criterion, AcceptanceCriterion other, CriterionId free) {
        return Finding.error(
                "spec/duplicate-id",
                spec.path().value(),
                criterion.span(),
                "the criterion's id %s is used again in line %d"
                        .formatted(criterion.id(), other.span().line()),
                "give one of them an id of its own, such as " + free);
    }

    /// The first `AC-n` that no criterion has or had.
    private static CriterionId freeId(Spec spec) {
        IdLedger ledger = IdLedger.of(spec.document());
        for (int n = Math.max(spec.criteria().size(), ledger.last().orElse(0) + 1); ; n++) {
            var id = new CriterionId("AC-" + n);
            if (!ledger.isRetired(id)
                    && spec.criteria().stream()
                            .noneMatch(each -> each.id().key().equals(id.key()))) {
                return id;
            }
        }
    }

    private static Finding reused(Spec spec, AcceptanceCriterion criterion) {
        return Finding.error(
                "spec/reused-id",
                spec.path().value(),
                criterion.span(),
                "the id %s was that of a criterion that is gone, and tests or evidence may still mean it"
                        .formatted(criterion.id()),
                "give the criterion an id of its own, such as %s; if it is the old one come back, take %s off the line '<!-- kiro ids: ... -->'"
                        .formatted(freeId(spec), criterion.id()));
    }

    private static boolean hasWords(String text) {
        return (!text.isEmpty() && text.charAt(0) < 128 && Character.isLetter(text.charAt(0)))
                || Commented.of(text).text().codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static Finding wordless(Spec spec, AcceptanceCriterion criterion) {
        return Finding.error(
                "spec/empty-criterion",
                spec.path().value(),
                criterion.span(),
                "criterion %s has no words".formatted(criterion.id()),
                "write what can be observed when it is met, or delete the line");
    }

    private static Finding boxless(Spec spec, AcceptanceCriterion criterion) {
        return Finding.warning(
                "spec/no-checkbox",
                spec.path().value(),
                criterion.span(),
                "criterion %s has no checkbox, so nothing can be ticked when it is proven"
                        .formatted(criterion.id()),
                "begin it with '- [ ] %s: '".formatted(criterion.id()));
    }

    private static Finding repeated(
            Spec spec, AcceptanceCriterion first, AcceptanceCriterion again) {
        return Finding.warning(
                "spec/repeated-criterion",
                spec.path().value(),
                again.span(),
                "criterion %s says the same as %s in line %d"
                        .formatted(again.id(), first.id(), first.span().line()),
                "delete one of them, or say how they differ");
    }
}
