package kiro.spec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import kiro.text.TextDocument;

/// Gives every criterion of a spec an id that stays: what is only counted is written, invisibly, behind the words of
/// its criterion, and ids whose criteria are gone are remembered, so that they are never given again.
public final class SpecIds {
    private SpecIds() {}

    /// The document of a spec's criteria with every id written. Where all are written and none is gone, it is the
    /// document as it was read.
    ///
    /// @param known ids that criteria of this spec had before, from evidence that is kept or an earlier version
    public static TextDocument settled(Spec spec, Collection<CriterionId> known) {
        Set<CriterionId> left = new HashSet<>();
        TextDocument written = written(spec, left);
        IdLedger ledger = IdLedger.of(written);
        var retired = new ArrayList<>(ledger.retired());
        Set<String> present = new HashSet<>();
        spec.criteria().forEach(criterion -> present.add(criterion.id().key()));
        known.stream()
                .sorted()
                .distinct()
                .filter(id -> isGone(spec, present, id) && !ledger.isRetired(id))
                .forEach(retired::add);
        boolean isCounting =
                ledger.last().isPresent() || (left.isEmpty() && !written.equals(spec.document()));
        OptionalInt last = isCounting ? last(spec, ledger, retired) : OptionalInt.empty();
        return new IdLedger(ledger.line(), last, retired).in(written);
    }

    /// The ids that `settled` would write, for people.
    public static List<CriterionId> unwritten(Spec spec) {
        return spec.criteria().stream()
                .filter(criterion -> !criterion.hasExplicitId())
                .map(AcceptanceCriterion::id)
                .toList();
    }

    /// The numbers of a folder's criteria are their places: when one is taken out, the next has its number.
    private static boolean isGone(Spec spec, Set<String> present, CriterionId id) {
        boolean isPlace = spec.isFolder() && Character.isDigit(id.value().charAt(0));
        return !isPlace && !present.contains(id.key());
    }

    private static OptionalInt last(Spec spec, IdLedger ledger, List<CriterionId> retired) {
        int highest = ledger.last().orElse(0);
        for (AcceptanceCriterion criterion : spec.criteria()) {
            highest = Math.max(highest, IdLedger.number(criterion.id()).orElse(0));
        }
        for (CriterionId id : retired) {
            highest = Math.max(highest, IdLedger.number(id).orElse(0));
        }
        return OptionalInt.of(highest);
    }

    /// Where a comment would not be read as one, in a code block say, the criterion keeps its counted id.
    ///
    /// @param left takes those
    private static TextDocument written(Spec spec, Set<CriterionId> left) {
        TextDocument document = spec.document();
        boolean isRight = false;
        while (!isRight) {
            document = withComments(spec, left);
            Set<CriterionId> wrong = wrong(spec, document, left);
            isRight = wrong.isEmpty();
            left.addAll(wrong);
        }
        return document;
    }

    private static TextDocument withComments(Spec spec, Set<CriterionId> left) {
        var lines = new ArrayList<>(spec.document().lines());
        for (AcceptanceCriterion criterion : spec.criteria()) {
            if (criterion.hasExplicitId() || left.contains(criterion.id())) {
                continue;
            }
            int at = criterion.span().line() - 1;
            String line = lines.get(at).text();
            String words = line.stripTrailing();
            lines.set(
                    at,
                    new TextDocument.Line(
                            "%s <!-- id: %s -->%s"
                                    .formatted(
                                            words, criterion.id(), line.substring(words.length())),
                            lines.get(at).end()));
        }
        return new TextDocument(spec.document().hasByteOrderMark(), lines);
    }

    /// The criteria that a reader of the changed document would not find with their ids and words.
    private static Set<CriterionId> wrong(Spec spec, TextDocument changed, Set<CriterionId> left) {
        Map<CriterionId, AcceptanceCriterion> reread = new HashMap<>();
        criteria(spec, changed).forEach(criterion -> reread.put(criterion.id(), criterion));
        Set<CriterionId> wrong = new HashSet<>();
        for (AcceptanceCriterion criterion : spec.criteria()) {
            if (criterion.hasExplicitId() || left.contains(criterion.id())) {
                continue;
            }
            AcceptanceCriterion now = reread.get(criterion.id());
            boolean isSame =
                    now != null && now.hasExplicitId() && now.hash().equals(criterion.hash());
            if (!isSame) {
                wrong.add(criterion.id());
            }
        }
        return wrong;
    }

    private static List<AcceptanceCriterion> criteria(Spec spec, TextDocument changed) {
        return spec.isFolder()
                ? RequirementsScan.of(changed).criteria()
                : SpecScan.of(spec.name(), spec.path(), changed).criteria();
    }
}
