package kiro.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the YAML of front matter, by its events: what stands for something else, as aliases do, is refused, so that a
/// small file cannot become a large value.
public final class YamlTree {
    private static final int DEEPEST = 32;

    private final Iterator<Event> events;
    private final int linesAbove;

    private YamlTree(Iterator<Event> events, int linesAbove) {
        this.events = events;
        this.linesAbove = linesAbove;
    }

    /// @param linesAbove how many lines of the file stand above the text
    public static ValueTree.Reading read(String yaml, int linesAbove) {
        try {
            return new YamlTree(YamlEvents.of(yaml), linesAbove).document();
        } catch (Unreadable unreadable) {
            return new ValueTree.Reading.Broken(unreadable.span, unreadable.problem);
        } catch (MarkedYamlEngineException notYaml) {
            SourceSpan span =
                    notYaml.getProblemMark()
                            .map(mark -> place(mark, linesAbove))
                            .orElse(SourceSpan.start());
            return new ValueTree.Reading.Broken(span, oneLine(notYaml.getProblem()));
        } catch (YamlEngineException notYaml) {
            return new ValueTree.Reading.Broken(
                    SourceSpan.start(), oneLine(String.valueOf(notYaml.getMessage())));
        }
    }

    /// YAML that no settings have.
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient SourceSpan span;
        private final String problem;

        private Unreadable(SourceSpan span, String problem) {
            super(problem);
            this.span = span;
            this.problem = problem;
        }
    }

    private ValueTree.Reading document() {
        Event event = events.next();
        while (events.hasNext() && !(event instanceof NodeEvent)) {
            event = events.next();
        }
        if (!(event instanceof NodeEvent)) {
            return new ValueTree.Reading.Whole(new ValueTree.Fields(List.of(), SourceSpan.start()));
        }
        ValueTree tree = value(event, 0);
        // what follows must be YAML as well
        events.forEachRemaining(each -> {});
        return switch (tree) {
            case ValueTree.Fields fields -> new ValueTree.Reading.Whole(fields);
            case ValueTree.Nothing nothing ->
                    new ValueTree.Reading.Whole(new ValueTree.Fields(List.of(), nothing.span()));
            case ValueTree.Word _, ValueTree.Items _ ->
                    new ValueTree.Reading.Broken(tree.span(), "there are no 'key: value' lines");
        };
    }

    private ValueTree value(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new Unreadable(span(event), "nested too deep");
        }
        return switch (event) {
            case ScalarEvent scalar ->
                    isNothing(scalar)
                            ? new ValueTree.Nothing(span(event))
                            : new ValueTree.Word(scalar.getValue(), span(event));
            case SequenceStartEvent _ -> items(span(event), depth);
            case MappingStartEvent _ -> fields(span(event), depth);
            default -> throw new Unreadable(span(event), "an alias, which is not read here");
        };
    }

    private ValueTree.Items items(SourceSpan start, int depth) {
        var items = new ArrayList<ValueTree>();
        for (Event event = events.next();
                !(event instanceof SequenceEndEvent);
                event = events.next()) {
            items.add(value(event, depth + 1));
        }
        return new ValueTree.Items(items, start);
    }

    private ValueTree.Fields fields(SourceSpan start, int depth) {
        var fields = new ArrayList<ValueTree.Field>();
        Set<String> keys = new HashSet<>();
        for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
            if (!(key instanceof ScalarEvent name)) {
                throw new Unreadable(span(key), "a key that is no text");
            }
            if (!keys.add(name.getValue())) {
                throw new Unreadable(span(key), "'%s' stands twice".formatted(name.getValue()));
            }
            fields.add(
                    new ValueTree.Field(
                            name.getValue(), value(events.next(), depth + 1), span(key)));
        }
        return new ValueTree.Fields(fields, start);
    }

    private static boolean isNothing(ScalarEvent scalar) {
        return scalar.isPlain() && List.of("", "~", "null").contains(scalar.getValue());
    }

    private SourceSpan span(Event event) {
        return event.getStartMark().map(mark -> place(mark, linesAbove)).orElse(SourceSpan.start());
    }

    private static SourceSpan place(Mark mark, int linesAbove) {
        int line = mark.getLine() + 1 + linesAbove;
        int column = mark.getColumn() + 1;
        return new SourceSpan(line, column, line, column);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
