package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The headings above a place in a folder's `requirements.md` or `bugfix.md`, and what they make of a list there.
final class RequirementOutline {
    private final List<Entry> above = new ArrayList<>();
    private boolean isIntroduced;

    /// What a list or a numbered line is.
    enum Role {
        CRITERION,
        /// A clause of what a defect does.
        DEFECT,
        /// Perhaps a criterion: no heading says so, but none says otherwise.
        UNSAID,
        REMARK
    }

    private record Entry(Heading heading, Role role, Optional<HeadingNumber> number) {}

    void enter(Heading heading) {
        isIntroduced = false;
        while (!above.isEmpty() && above.getLast().heading().level() >= heading.level()) {
            above.removeLast();
        }
        above.add(new Entry(heading, role(heading.words()), HeadingNumber.of(heading.words())));
    }

    /// The number of the heading that was entered last.
    Optional<HeadingNumber> entered() {
        return above.isEmpty() ? Optional.empty() : above.getLast().number();
    }

    /// A line `**Acceptance Criteria:**` does for what follows it what a heading does.
    void introduceCriteria() {
        isIntroduced = true;
    }

    Role role() {
        if (isIntroduced) {
            return Role.CRITERION;
        }
        for (Entry entry : above.reversed()) {
            if (entry.role() != Role.UNSAID) {
                return entry.role();
            }
        }
        return Role.UNSAID;
    }

    /// The number of the requirement that a place belongs to.
    Optional<HeadingNumber> number() {
        return above.reversed().stream().flatMap(entry -> entry.number().stream()).findFirst();
    }

    /// The same as criteria are called by it: with the requirement that it numbers a part of, where it does.
    Optional<CriterionList.Owner> owner() {
        return number().map(HeadingNumber::value)
                .map(value ->
                        new CriterionList.Owner(
                                value,
                                above.stream()
                                        .flatMap(entry -> entry.number().stream())
                                        .filter(HeadingNumber::isRequirement)
                                        .map(HeadingNumber::value)
                                        .filter(whole -> value.startsWith(whole + "."))
                                        .findFirst()
                                        .orElse(value)));
    }

    /// Whether a place stands right below the heading that numbers its requirement.
    boolean isAtNumber() {
        return !above.isEmpty() && above.getLast().number().isPresent();
    }

    boolean isInRequirements() {
        return above.stream()
                .anyMatch(entry ->
                        SectionKind.of(entry.heading().words())
                                .filter(kind -> kind == SectionKind.REQUIREMENTS)
                                .isPresent());
    }

    static Role role(String words) {
        if (SectionWords.isCriteria(words)) {
            return Role.CRITERION;
        }
        if (SectionWords.isDefect(words)) {
            return Role.DEFECT;
        }
        if (SectionWords.isRepaired(words)) {
            return Role.CRITERION;
        }
        return Outline.isRemark(words) ? Role.REMARK : Role.UNSAID;
    }
}
