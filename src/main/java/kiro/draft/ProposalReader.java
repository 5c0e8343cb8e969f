package kiro.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.secret.SecretMask;
import kiro.spec.SpecForm;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the arguments of the tool by which a model fills in a template.
final class ProposalReader {
    private static final int MOST_LINES = 40;
    private static final int LONGEST = 1_000;

    private final List<OpenLine> open;
    private final String main;
    private final SpecForm form;

    /// @param main the file that is meant where none is named
    ProposalReader(List<OpenLine> open, String main, SpecForm form) {
        this.open = List.copyOf(open);
        this.main = main;
        this.form = form;
    }

    /// @param problems what of it cannot be used; the rest is in the proposal
    record Reading(Proposal proposal, List<String> problems) {
        Reading {
            problems = List.copyOf(problems);
        }
    }

    Reading read(String arguments) {
        var problems = new ArrayList<String>();
        Proposal proposal =
                object(arguments, problems)
                        .map(node -> proposal(node, problems))
                        .orElse(new Proposal(List.of(), List.of(), List.of()));
        return new Reading(proposal, problems);
    }

    private static Optional<JsonNode> object(String arguments, List<String> problems) {
        try {
            JsonNode node = JsonMapper.shared().readTree(arguments);
            if (node.isObject()) {
                return Optional.of(node);
            }
            problems.add("the arguments are no JSON object");
        } catch (JacksonException malformed) {
            problems.add("the arguments are no JSON: " + malformed.getOriginalMessage());
        }
        return Optional.empty();
    }

    private Proposal proposal(JsonNode node, List<String> problems) {
        var lines = new ArrayList<Proposal.Replacement>();
        Set<OpenLine> seen = new HashSet<>();
        for (JsonNode each : node.path("lines")) {
            Optional<Proposal.Replacement> found = replacement(each, problems);
            if (found.filter(one -> !seen.add(one.open())).isPresent()) {
                problems.add(
                        where(found.get().open()) + " is proposed twice: once, with all its lines");
            } else {
                found.ifPresent(lines::add);
            }
        }
        List<String> requirements = items(node.path("requirements"), "requirements", problems);
        if (form == SpecForm.FOLDER && !requirements.isEmpty()) {
            problems.add("requirements are written in open lines here, and not beside them");
        }
        return new Proposal(
                lines,
                form == SpecForm.FOLDER ? List.of() : requirements,
                items(node.path("criteria"), "criteria", problems));
    }

    /// Without the list marks, boxes and numbers that they get where they stand.
    private static List<String> items(JsonNode node, String where, List<String> problems) {
        var items = new ArrayList<String>();
        for (String text : texts(node, where, problems)) {
            Optional<String> words = LineShape.ITEM.with(text).map(LineShape.ITEM::wordsOf);
            words.ifPresent(items::add);
            if (words.isEmpty()) {
                problems.add(
                        "%s: %s is wanted, and '%s' is none"
                                .formatted(where, LineShape.ITEM.demand(), text));
            }
        }
        return items;
    }

    private Optional<Proposal.Replacement> replacement(JsonNode node, List<String> problems) {
        String file = node.path("file").asString(main);
        int number = node.path("line").asInt(0);
        Optional<OpenLine> line = open.stream().filter(each -> each.isAt(file, number)).findFirst();
        if (line.isEmpty()) {
            problems.add(
                    "%s:%d is no open line: the open lines are the ones that are listed"
                            .formatted(file, number));
            return Optional.empty();
        }
        List<String> becomes = texts(node.path("becomes"), where(line.get()), problems);
        LineShape shape = LineShape.of(line.get().text());
        var fitting = new ArrayList<String>();
        for (String text : becomes) {
            if (shape.with(text).isEmpty()) {
                problems.add(
                        "%s needs %s, and '%s' is none"
                                .formatted(where(line.get()), shape.demand(), text));
            } else if (!fitting.isEmpty() && !shape.isRepeatable()) {
                problems.add(where(line.get()) + " needs one line alone");
            } else {
                fitting.add(text);
            }
        }
        boolean isLost = fitting.isEmpty() && !becomes.isEmpty();
        return isLost
                ? Optional.empty()
                : Optional.of(new Proposal.Replacement(line.get(), fitting));
    }

    private static List<String> texts(JsonNode node, String where, List<String> problems) {
        var texts = new ArrayList<String>();
        if (!node.isMissingNode() && !node.isArray()) {
            problems.add(where + ": a list of texts is wanted");
        }
        for (JsonNode each : node.isArray() ? node : List.<JsonNode>of()) {
            String text = each.isString() ? each.asString().strip() : "";
            Optional<String> fault =
                    texts.size() < MOST_LINES
                            ? fault(text)
                            : Optional.of("more than %d entries".formatted(MOST_LINES));
            fault.ifPresent(problem -> problems.add(where + ": " + problem));
            if (fault.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /// Why a text cannot be the words of one line.
    static Optional<String> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of("an entry is no text");
        }
        if (text.length() > LONGEST) {
            return Optional.of("an entry of more than %d characters".formatted(LONGEST));
        }
        if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return Optional.of("an entry is one line: split '%s'".formatted(firstLine(text)));
        }
        if (text.contains(SecretMask.MASK)) {
            return Optional.of("what stands for a secret cannot be written: '%s'".formatted(text));
        }
        return text.contains("<!--") || text.contains("-->")
                ? Optional.of("no comments: '%s'".formatted(text))
                : Optional.empty();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String where(OpenLine line) {
        return "%s:%d".formatted(line.file(), line.number());
    }
}
