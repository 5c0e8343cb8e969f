package kiro.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The keys of a YAML mapping whose values are texts or lists of texts, as in front matter. Whatever is nested deeper
/// is passed over.
public final class FlatYaml {
    private FlatYaml() {}

    /// A key with its value.
    ///
    /// @param texts the value, or the items of a list; empty where the value is nothing, or is nested
    /// @param span where the key stands
    public record Entry(String key, List<String> texts, SourceSpan span) {
        public Entry {
            texts = List.copyOf(texts);
        }
    }

    /// What came out of reading it.
    public sealed interface Reading {
        record Whole(List<Entry> entries) implements Reading {
            public Whole {
                entries = List.copyOf(entries);
            }

            public Optional<Entry> find(String key) {
                return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
            }
        }

        record Broken(SourceSpan span, String problem) implements Reading {}
    }

    /// @param linesAbove how many lines of the file stand above the text
    public static Reading read(String yaml, int linesAbove) {
        try {
            return mapping(YamlEvents.of(yaml), linesAbove);
        } catch (MarkedYamlEngineException notYaml) {
            SourceSpan span =
                    notYaml.getProblemMark()
                            .map(mark -> place(mark, linesAbove))
                            .orElse(SourceSpan.start());
            return new Reading.Broken(span, oneLine(String.valueOf(notYaml.getProblem())));
        } catch (YamlEngineException notYaml) {
            return new Reading.Broken(
                    SourceSpan.start(), oneLine(String.valueOf(notYaml.getMessage())));
        }
    }

    private static Reading mapping(Iterator<Event> events, int linesAbove) {
        Event first = firstNode(events);
        if (!(first instanceof MappingStartEvent)) {
            return first instanceof NodeEvent && !isNothing(first)
                    ? new Reading.Broken(span(first, linesAbove), "no 'key: value' lines")
                    : new Reading.Whole(List.of());
        }
        var entries = new ArrayList<Entry>();
        while (events.hasNext()) {
            Event key = events.next();
            if (key instanceof CollectionEndEvent) {
                break;
            }
            if (!(key instanceof ScalarEvent name)) {
                return new Reading.Broken(span(key, linesAbove), "a key that is no text");
            }
            if (entries.stream().anyMatch(entry -> entry.key().equals(name.getValue()))) {
                return new Reading.Broken(
                        span(key, linesAbove), "'%s' stands twice".formatted(name.getValue()));
            }
            entries.add(new Entry(name.getValue(), texts(events), span(key, linesAbove)));
        }
        // what follows the mapping must be YAML as well
        events.forEachRemaining(event -> {});
        return new Reading.Whole(entries);
    }

    private static Event firstNode(Iterator<Event> events) {
        Event event = events.next();
        while (events.hasNext() && !(event instanceof NodeEvent)) {
            event = events.next();
        }
        return event;
    }

    private static List<String> texts(Iterator<Event> events) {
        Event value = events.next();
        if (value instanceof ScalarEvent scalar) {
            return isNothing(value) ? List.of() : List.of(scalar.getValue());
        }
        if (!(value instanceof CollectionStartEvent)) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        boolean isList = value instanceof SequenceStartEvent;
        int depth = 1;
        while (depth > 0) {
            Event event = events.next();
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (isList && depth == 1 && event instanceof ScalarEvent item) {
                texts.add(item.getValue());
            }
        }
        return texts;
    }

    private static boolean isNothing(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.isPlain()
                && List.of("", "~", "null").contains(scalar.getValue());
    }

    private static SourceSpan span(Event event, int linesAbove) {
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
