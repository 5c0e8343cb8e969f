package kiro.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.text.Remembered;

/// The headings above a place in a folder's `requirements.md` or `bugfix.md`, and what they make of a list there.
final class RequirementOutline {
    /// What headings say: the same stand above every requirement.
    private static final Remembered<Said> SAID = new Remembered<>(Said::of);

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

    private record Said(Role role, Optional<HeadingNumber> number, boolean isRequirement) {
        static Said of(String heading) {
            Optional<HeadingNumber> number = HeadingNumber.of(heading);
            boolean isRequirement =
                    number.isPresent()
                            && number.get().isRequirement()
                            && !SectionWords.isCriteria(heading);
            return new Said(RequirementOutline.role(heading), number, isRequirement);
        }
    }

    private record Entry(Heading heading, Said said) {
        Role role() {
            return said.role();
        }

        Optional<HeadingNumber> number() {
            return said.number();
        }
    }

    void enter(Heading heading) {
        isIntroduced = false;
        while (!above.isEmpty() && above.getLast().heading().level() >= heading.level()) {
            above.removeLast();
        }
        above.add(new Entry(heading, SAID.of(heading.words())));
    }

    /// The number of the requirement that the heading which was entered last opens.
    Optional<HeadingNumber> entered() {
        Said last = above.getLast().said();
        return last.isRequirement() ? last.number() : Optional.empty();
    }

    /// A line `**Acceptance Criteria:**` does for what follows it what a heading does.
    void introduceCriteria() {
        isIntroduced = true;
    }

    Role role() {
        if (isIntroduced) {
            return Role.CRITERION;
        }
        for (int i = above.size() - 1; i >= 0; i--) {
            if (above.get(i).role() != Role.UNSAID) {
                return above.get(i).role();
            }
        }
        return Role.UNSAID;
    }

    /// The number of the requirement that a place belongs to.
    Optional<HeadingNumber> number() {
        for (int i = above.size() - 1; i >= 0; i--) {
            if (above.get(i).number().isPresent()) {
                return above.get(i).number();
            }
        }
        return Optional.empty();
    }

    /// The same as criteria are called by it: with the requirement that it numbers a part of, where it does.
    Optional<CriterionList.Owner> owner() {
        Optional<HeadingNumber> number = number();
        return number.isEmpty() ? Optional.empty() : Optional.of(owner(number.get().value()));
    }

    private CriterionList.Owner owner(String value) {
        for (Entry entry : above) {
            if (entry.number().isPresent()
                    && entry.number().get().isRequirement()
                    && value.startsWith(entry.number().get().value() + ".")) {
                return new CriterionList.Owner(value, entry.number().get().value());
            }
        }
        return CriterionList.Owner.of(value);
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
        return switch (SectionWords.meaning(words)) {
            case CRITERIA, REPAIRED -> Role.CRITERION;
            case DEFECT -> Role.DEFECT;
            case OTHER -> Outline.isRemark(words) ? Role.REMARK : Role.UNSAID;
        };
    }
}
