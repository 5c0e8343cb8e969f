package kiro.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a model would write into a new spec.
///
/// @param lines what stands in place of open lines
/// @param requirements more of them, below the last
/// @param criteria more of them, below the last
record Proposal(List<Replacement> lines, List<String> requirements, List<String> criteria) {
    Proposal {
        lines = List.copyOf(lines);
        requirements = List.copyOf(requirements);
        criteria = List.copyOf(criteria);
    }

    /// @param becomes the lines in its place; none where it does not apply
    record Replacement(OpenLine open, List<String> becomes) {
        Replacement {
            becomes = List.copyOf(becomes);
        }
    }

    /// A part of a proposal, which stands or is left out by itself.
    sealed interface Part {
        record Line(OpenLine open, int index) implements Part {}

        record Requirement(int index) implements Part {}

        record Criterion(int index) implements Part {}
    }

    /// The words of a part.
    String words(Part part) {
        return switch (part) {
            case Part.Line line ->
                    lines.stream()
                            .filter(each -> each.open().equals(line.open()))
                            .findFirst()
                            .orElseThrow()
                            .becomes()
                            .get(line.index());
            case Part.Requirement requirement -> requirements.get(requirement.index());
            case Part.Criterion criterion -> criteria.get(criterion.index());
        };
    }

    /// The proposal without some of its parts. An open line of which nothing is left stays open.
    Proposal without(Set<Part> parts) {
        var kept = new ArrayList<Replacement>();
        for (Replacement each : lines) {
            List<String> left = left(each, parts);
            if (!left.isEmpty() || each.becomes().isEmpty()) {
                kept.add(new Replacement(each.open(), left));
            }
        }
        return new Proposal(kept, left(requirements, parts, true), left(criteria, parts, false));
    }

    private static List<String> left(Replacement replacement, Set<Part> parts) {
        var left = new ArrayList<String>();
        for (int i = 0; i < replacement.becomes().size(); i++) {
            if (!parts.contains(new Part.Line(replacement.open(), i))) {
                left.add(replacement.becomes().get(i));
            }
        }
        return left;
    }

    private static List<String> left(List<String> all, Set<Part> parts, boolean areRequirements) {
        var left = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            Part part = areRequirements ? new Part.Requirement(i) : new Part.Criterion(i);
            if (!parts.contains(part)) {
                left.add(all.get(i));
            }
        }
        return left;
    }

    Map<OpenLine, Replacement> byLine() {
        var byLine = new HashMap<OpenLine, Replacement>();
        lines.forEach(each -> byLine.put(each.open(), each));
        return byLine;
    }
}
