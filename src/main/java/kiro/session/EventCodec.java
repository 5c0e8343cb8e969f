package kiro.session;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import kiro.evidence.TestId;
import kiro.evidence.Verdict;
import kiro.evidence.Weakening;
import kiro.model.ModelJson;
import kiro.plan.PlanMarkdown;
import kiro.spec.CriterionId;
import kiro.text.Hash;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes events as records of the log. `EventReader` reads them.
final class EventCodec {
    static final String CHECKSUM = ",\"crc\":\"";

    private static final JsonFactory JSON = new JsonFactory();

    private EventCodec() {}

    /// The record of an event: one line without its end, closed by the checksum of what stands before
    /// it.
    static String encode(Recorded recorded) {
        if (recorded.event() instanceof Event.Unknown unknown) {
            return unknown.json();
        }
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("seq", recorded.sequence());
            json.writeStringProperty("at", recorded.at().toString());
            write(json, recorded.event());
            json.writeEndObject();
        }
        String open = text.toString().substring(0, text.getBuffer().length() - 1);
        return open + CHECKSUM + checksum(open) + "\"}";
    }

    static String checksum(String text) {
        var crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static void write(JsonGenerator json, Event event) {
        switch (event) {
            case Event.OfRun run -> run(json, run);
            case Event.OfPlan plan -> plan(json, plan);
            case Event.OfStep step -> step(json, step);
            case Event.OfModel model -> ModelEventJson.write(json, model);
            case Event.OfTool tool -> tool(json, tool);
            case Event.OfApproval approval -> approval(json, approval);
            case Event.OfTests tests -> tests(json, tests);
            case Event.OfCriteria criteria -> criteria(json, criteria);
            case Event.OfPerson person -> PersonJson.write(json, person);
            case Event.OfChild child -> child(json, child);
            case Event.Unknown _ -> throw new IllegalStateException("written as it is");
        }
    }

    private static void run(JsonGenerator json, Event.OfRun event) {
        switch (event) {
            case Event.RunStarted started -> {
                type(json, "run-started").writeStringProperty("session", started.session().value());
                json.writeStringProperty("version", started.version());
                json.writeStringProperty("task", started.task());
                started.spec().ifPresent(spec -> json.writeStringProperty("spec", spec.value()));
                json.writeStringProperty("mode", started.mode());
                json.writeStringProperty("model", started.model());
                json.writeStringProperty("goal", started.goal());
            }
            case Event.RunResumed resumed -> {
                type(json, "run-resumed").writeStringProperty("version", resumed.version());
                json.writeStringProperty("mode", resumed.mode());
                json.writeStringProperty("model", resumed.model());
            }
            case Event.AgentChosen chosen -> {
                type(json, "agent-chosen").writeStringProperty("name", chosen.name());
                json.writeStringProperty("file", chosen.file());
            }
            case Event.WorkspaceSeen seen -> {
                type(json, "workspace-seen");
                strings(json, "lines", seen.lines());
            }
            case Event.Warned warned ->
                    type(json, "warned").writeStringProperty("text", warned.text());
            case Event.RunEnded ended -> {
                type(json, "run-ended").writeStringProperty("end", ended.end());
                json.writeStringProperty("reason", ended.reason());
                ModelJson.write(json, ended.usage());
                ended.cost().ifPresent(cost -> json.writeStringProperty("cost", cost.dollars()));
            }
        }
    }

    private static void child(JsonGenerator json, Event.OfChild event) {
        switch (event) {
            case Event.ChildStarted started -> {
                type(json, "child-started").writeStringProperty("child", started.child());
                json.writeStringProperty("call", started.callId());
                json.writeStringProperty("agent", started.agent());
                json.writeStringProperty("task", started.task());
            }
            case Event.ChildDid did -> {
                type(json, "child-did").writeStringProperty("child", did.child());
                json.writeObjectPropertyStart("event");
                write(json, did.event());
                json.writeEndObject();
            }
            case Event.ChildEnded ended -> {
                type(json, "child-ended").writeStringProperty("child", ended.child());
                json.writeStringProperty("end", ended.end());
                json.writeStringProperty("reason", ended.reason());
            }
        }
    }

    private static void plan(JsonGenerator json, Event.OfPlan event) {
        switch (event) {
            case Event.PlanProposed proposed -> {
                type(json, "plan-proposed");
                json.writeStringProperty("plan", PlanMarkdown.write(proposed.plan()));
                json.writeStringProperty("file", proposed.file().value());
            }
            case Event.PlanApproved approved -> {
                type(json, "plan-approved");
                json.writeStringProperty("plan", PlanMarkdown.write(approved.plan()));
                json.writeBooleanProperty("edited", approved.isEdited());
            }
            case Event.Estimated estimated -> {
                type(json, "estimated");
                expected(json, "least", estimated.least());
                expected(json, "most", estimated.most());
                json.writeArrayPropertyStart("limits");
                estimated.limits().forEach(json::writeString);
                json.writeEndArray();
            }
            case Event.PlanRejected rejected ->
                    type(json, "plan-rejected").writeStringProperty("reason", rejected.reason());
        }
    }

    private static void expected(JsonGenerator json, String name, Event.Expected expected) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("requests", expected.requests());
        json.writeNumberProperty("tokens", expected.tokens());
        expected.cost().ifPresent(cost -> json.writeStringProperty("cost", cost.dollars()));
        json.writeEndObject();
    }

    private static void step(JsonGenerator json, Event.OfStep event) {
        switch (event) {
            case Event.StepStarted step -> {
                type(json, "step-started").writeNumberProperty("step", step.number());
                json.writeStringProperty("action", step.action());
            }
            case Event.StepFinished step -> {
                type(json, "step-finished").writeNumberProperty("step", step.number());
                json.writeStringProperty("status", step.status().name());
                json.writeStringProperty("summary", step.summary());
            }
        }
    }

    private static void tool(JsonGenerator json, Event.OfTool event) {
        switch (event) {
            case Event.ToolIntended intended -> {
                type(json, "tool-intended").writeStringProperty("call", intended.callId());
                json.writeStringProperty("tool", intended.tool());
                json.writeStringProperty("summary", intended.summary());
                json.writeArrayPropertyStart("files");
                intended.files().forEach(file -> mark(json, file));
                json.writeEndArray();
                if (intended.isLook()) {
                    json.writeBooleanProperty("look", true);
                }
            }
            case Event.FilesChanged changed -> {
                type(json, "files-changed").writeStringProperty("call", changed.callId());
                json.writeArrayPropertyStart("files");
                changed.files().forEach(file -> mark(json, file));
                json.writeEndArray();
            }
            case Event.LeftUndone left -> left(json, left);
            case Event.ToolStopped stopped -> {
                type(json, "tool-stopped").writeStringProperty("call", stopped.callId());
                json.writeStringProperty("text", stopped.text());
            }
            case Event.ToolFinished finished -> {
                type(json, "tool-finished").writeStringProperty("call", finished.callId());
                json.writeBooleanProperty("error", finished.isError());
                json.writeStringProperty("text", finished.text());
            }
        }
    }

    private static void left(JsonGenerator json, Event.LeftUndone left) {
        type(json, "left-undone").writeArrayPropertyStart("open");
        for (Event.Left open : left.open()) {
            json.writeStartObject();
            json.writeStringProperty("key", open.key());
            json.writeStringProperty("subject", open.subject());
            json.writeStringProperty("reason", open.reason());
            json.writeStringProperty("cause", open.cause());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void mark(JsonGenerator json, Event.FileMark file) {
        json.writeStartObject();
        json.writeStringProperty("path", file.path().value());
        hash(json, "before", file.before());
        hash(json, "after", file.after());
        json.writeEndObject();
    }

    private static void approval(JsonGenerator json, Event.OfApproval event) {
        switch (event) {
            case Event.ApprovalAsked asked -> {
                type(json, "approval-asked").writeStringProperty("subject", asked.subject());
                json.writeStringProperty("reason", asked.reason());
            }
            case Event.ApprovalGiven given -> {
                type(json, "approval-given").writeStringProperty("subject", given.subject());
                json.writeBooleanProperty("allowed", given.isAllowed());
                json.writeStringProperty("reason", given.reason());
            }
        }
    }

    private static void hash(JsonGenerator json, String name, Optional<Hash> hash) {
        if (hash.isPresent()) {
            json.writeStringProperty(name, hash.get().hex());
        }
    }

    private static void tests(JsonGenerator json, Event.OfTests event) {
        switch (event) {
            case Event.TestsRan ran -> {
                type(json, "tests-ran").writeStringProperty("command", ran.command());
                json.writeNumberProperty("passed", ran.passed());
                json.writeNumberProperty("failed", ran.failed());
                json.writeNumberProperty("skipped", ran.skipped());
                json.writeNumberProperty("tookMs", ran.took().toMillis());
            }
            case Event.TestsStood stood -> {
                type(json, "tests-stood").writeStringProperty("state", stood.state());
                json.writeStringProperty("command", stood.command());
                json.writeStringProperty("reason", stood.reason());
                tests(json, "failing", stood.failing());
            }
            case Event.TestsWeakened weakened -> {
                type(json, "tests-weakened").writeArrayPropertyStart("tests");
                weakened.tests().forEach(test -> weakening(json, test));
                json.writeEndArray();
            }
            case Event.TestsNotMeasured not -> {
                type(json, "tests-not-measured").writeStringProperty("command", not.command());
                json.writeStringProperty("reason", not.reason());
            }
        }
    }

    private static void weakening(JsonGenerator json, Weakening weakening) {
        json.writeStartObject();
        json.writeStringProperty("file", weakening.file().value());
        json.writeStringProperty("test", weakening.test());
        json.writeStringProperty("kind", weakening.kind().name());
        json.writeStringProperty("detail", weakening.detail());
        json.writeEndObject();
    }

    private static void criteria(JsonGenerator json, Event.OfCriteria event) {
        switch (event) {
            case Event.CriteriaJudged judged -> verdicts(json, judged.verdicts());
            case Event.DoneRefused refused -> {
                type(json, "done-refused").writeNumberProperty("round", refused.round());
                ids(json, "missing", refused.missing());
                strings(json, "reasons", refused.reasons());
            }
            case Event.CriteriaTicked ticks -> {
                type(json, "criteria-ticked").writeStringProperty("spec", ticks.spec().value());
                ids(json, "ticked", ticks.ticked());
                ids(json, "unticked", ticks.unticked());
            }
        }
    }

    private static void verdicts(JsonGenerator json, List<Verdict> verdicts) {
        type(json, "criteria-judged").writeArrayPropertyStart("verdicts");
        for (Verdict verdict : verdicts) {
            json.writeStartObject();
            json.writeStringProperty("criterion", verdict.criterion().toString());
            json.writeStringProperty("state", verdict.state().name());
            json.writeStringProperty("reason", verdict.reason());
            tests(json, "tests", verdict.tests());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void tests(JsonGenerator json, String name, List<TestId> tests) {
        json.writeArrayPropertyStart(name);
        for (TestId test : tests) {
            json.writeStartObject();
            json.writeStringProperty("suite", test.suite());
            json.writeStringProperty("name", test.name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void ids(JsonGenerator json, String name, List<CriterionId> ids) {
        strings(json, name, ids.stream().map(CriterionId::value).toList());
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static JsonGenerator type(JsonGenerator json, String type) {
        json.writeStringProperty("type", type);
        return json;
    }
}
