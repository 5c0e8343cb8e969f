package kiro.action;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what linters print as JSON, with their own ways out.
final class CheckJson {
    private final String tool;
    private final Path root;

    CheckJson(String tool, Path root) {
        this.tool = tool;
        this.root = root;
    }

    /// What is no JSON says nothing.
    List<Problem> read(CheckOutput.Form form, String output) {
        var problems = new ArrayList<Problem>();
        if (form == CheckOutput.Form.CARGO) {
            output.lines()
                    .filter(line -> line.startsWith("{"))
                    .forEach(line -> cargo(tree(line), problems));
            return problems;
        }
        JsonNode tree = tree(output);
        switch (form) {
            case ESLINT -> tree.forEach(file -> eslint(file, problems));
            case RUFF -> tree.forEach(each -> ruff(each, problems));
            case PYRIGHT ->
                    tree.path("generalDiagnostics").forEach(each -> pyright(each, problems));
            case CARGO, MAVEN, JAVAC, TSC, COLON -> {}
        }
        return problems;
    }

    private static JsonNode tree(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException broken) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private void eslint(JsonNode file, List<Problem> problems) {
        String path = CheckOutput.relative(root, file.path("filePath").asString(""));
        for (JsonNode message : file.path("messages")) {
            if (message.path("ruleId").isNull() && message.path("severity").asInt(2) == 1) {
                continue; // it says that the file is not looked at
            }
            var edits = new ArrayList<TextEdit>();
            JsonNode fix = message.path("fix");
            if (fix.isObject()) {
                edits.add(
                        new TextEdit(
                                fix.path("range").path(0).asInt(0),
                                fix.path("range").path(1).asInt(0),
                                fix.path("text").asString("")));
            }
            problems.add(
                    new Problem(
                            tool,
                            message.path("ruleId").asString(""),
                            message.path("severity").asInt(2) == 2,
                            path,
                            new Problem.Place(
                                    message.path("line").asInt(1), message.path("column").asInt(1)),
                            message.path("message").asString(""),
                            edits));
        }
    }

    /// Its edits are by line and column, which are turned into offsets where the text is at hand.
    private void ruff(JsonNode each, List<Problem> problems) {
        JsonNode place = each.path("location");
        problems.add(
                new Problem(
                        tool,
                        each.path("code").asString(""),
                        true,
                        CheckOutput.relative(root, each.path("filename").asString("")),
                        new Problem.Place(
                                place.path("row").asInt(1), place.path("column").asInt(1)),
                        each.path("message").asString(""),
                        each.path("fix").path("applicability").asString("").equals("safe")
                                ? lineEdits(
                                        each.path("filename").asString(""),
                                        each.path("fix").path("edits"))
                                : List.of()));
    }

    private List<TextEdit> lineEdits(String file, JsonNode edits) {
        String text = Sources.text(root.resolve(file)).orElse("");
        var all = new ArrayList<TextEdit>();
        for (JsonNode edit : edits) {
            JsonNode from = edit.path("location");
            JsonNode to = edit.path("end_location");
            all.add(
                    new TextEdit(
                            TextEdit.offset(
                                    text, from.path("row").asInt(1), from.path("column").asInt(1)),
                            TextEdit.offset(
                                    text, to.path("row").asInt(1), to.path("column").asInt(1)),
                            edit.path("content").asString("")));
        }
        return all;
    }

    private void pyright(JsonNode each, List<Problem> problems) {
        JsonNode start = each.path("range").path("start");
        problems.add(
                new Problem(
                        tool,
                        each.path("rule").asString(""),
                        each.path("severity").asString("error").equals("error"),
                        CheckOutput.relative(root, each.path("file").asString("")),
                        new Problem.Place(
                                start.path("line").asInt(0) + 1,
                                start.path("character").asInt(0) + 1),
                        each.path("message").asString(""),
                        List.of()));
    }

    private void cargo(JsonNode line, List<Problem> problems) {
        JsonNode message = line.path("message");
        for (JsonNode span : message.path("spans")) {
            if (span.path("is_primary").asBoolean(false)) {
                problems.add(
                        new Problem(
                                tool,
                                message.path("code").path("code").asString(""),
                                message.path("level").asString("").equals("error"),
                                CheckOutput.relative(root, span.path("file_name").asString("")),
                                new Problem.Place(
                                        span.path("line_start").asInt(1),
                                        span.path("column_start").asInt(1)),
                                message.path("message").asString(""),
                                suggested(message)));
                return;
            }
        }
    }

    /// What rustc holds to be right for sure; its places are bytes.
    private List<TextEdit> suggested(JsonNode message) {
        var edits = new ArrayList<TextEdit>();
        for (JsonNode child : message.path("children")) {
            for (JsonNode span : child.path("spans")) {
                if (span.path("suggestion_applicability")
                        .asString("")
                        .equals("MachineApplicable")) {
                    String text =
                            Sources.text(root.resolve(span.path("file_name").asString("")))
                                    .orElse("");
                    edits.add(
                            new TextEdit(
                                    units(text, span.path("byte_start").asInt(0)),
                                    units(text, span.path("byte_end").asInt(0)),
                                    span.path("suggested_replacement").asString("")));
                }
            }
        }
        return edits;
    }

    private static int units(String text, int bytes) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        return new String(all, 0, Math.min(bytes, all.length), StandardCharsets.UTF_8).length();
    }
}
