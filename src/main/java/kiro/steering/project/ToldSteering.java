package kiro.steering.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kiro.finding.Severity;
import kiro.steering.SteeringFile;
import kiro.steering.rule.SteeringRule;
import kiro.text.Order;

/// What a model is told of the steering: the rules that its writes are held against, from the records that hold them, and
/// then the files, as far as there is room.
///
/// @param rules a line each, those about the files in hand first; empty where there are none
/// @param files those that are told whole, the nearest last
/// @param named those for which there is no room
/// @param checked the rules, where they are told
public record ToldSteering(
        String rules,
        List<SteeringFile> files,
        List<SteeringFile> named,
        List<SteeringRule> checked) {
    /// In characters, about four of which are a token.
    public static final int ROOM = 40_000;

    private static final int ROOM_FOR_RULES = 8_000;

    /// What is repeated is short: it was told, and a write that violates it is told it again.
    private static final int ROOM_AT_STEP = 800;

    public ToldSteering {
        files = List.copyOf(files);
        named = List.copyOf(named);
        checked = List.copyOf(checked);
    }

    /// The files alone, where nobody asks for rules.
    public static ToldSteering of(List<SteeringFile> files) {
        return new ToldSteering("", files, List.of(), List.of());
    }

    /// @param rules those that are checked
    /// @param files those that apply, the nearest last
    /// @param inHand paths that the work is about, as far as that is known
    public static ToldSteering of(
            List<SteeringRule> rules,
            List<SteeringFile> files,
            Collection<String> inHand,
            int room) {
        String told = text(ordered(rules, inHand), Math.min(ROOM_FOR_RULES, room));
        int left = room - told.length();
        var whole = new ArrayList<SteeringFile>();
        var named = new ArrayList<SteeringFile>();
        for (SteeringFile file : files.reversed()) {
            if (file.body().length() <= left) {
                left -= file.body().length();
                whole.addFirst(file);
            } else {
                named.addFirst(file);
            }
        }
        return new ToldSteering(told, whole, named, rules);
    }

    /// The rules that are about some files by their paths, and not about all; empty where there are none.
    public String about(Collection<String> paths) {
        List<SteeringRule> own =
                checked.stream()
                        .filter(rule -> !rule.scope().within().isEmpty() && isAbout(rule, paths))
                        .toList();
        return text(ordered(own, paths), ROOM_AT_STEP);
    }

    private static List<SteeringRule> ordered(List<SteeringRule> rules, Collection<String> inHand) {
        return rules.stream()
                .sorted(
                        Order.<SteeringRule, Boolean>by(rule -> !isAbout(rule, inHand))
                                .then(rule -> rule.severity() != Severity.ERROR))
                .toList();
    }

    private static boolean isAbout(SteeringRule rule, Collection<String> inHand) {
        return inHand.stream().anyMatch(rule.scope()::has);
    }

    private static String text(List<SteeringRule> rules, int room) {
        var lines = new ArrayList<String>();
        int left = room;
        for (SteeringRule rule : rules) {
            String line = "- %s [%s]".formatted(rule.origin().sentence(), rule.id());
            if (lines.contains(line)) {
                continue;
            }
            left -= line.length() + 1;
            if (left < 0) {
                lines.add(
                        "- and more, for which there is no room here: a write that violates one is told it");
                break;
            }
            lines.add(line);
        }
        return String.join("\n", lines);
    }
}
