package kiro.text;

import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;

/// What YAML is read from, as far as it is nested as deep as anybody writes it: the time that the parser takes grows by the square of the
/// depth, and the nodes that are made of it are gone through by calls in calls.
public final class YamlEvents implements Iterator<Event> {
    private static final int DEEPEST = 100;

    private final Iterator<Event> events;
    private int depth;

    private YamlEvents(Iterator<Event> events) {
        this.events = events;
    }

    /// What is nested deeper is a fault as any other of the text is.
    public static Iterator<Event> of(String yaml) {
        return new YamlEvents(
                new Parse(LoadSettings.builder().build()).parseString(yaml).iterator());
    }

    /// Reads all of it, so that the fault is thrown if there is one.
    public static void check(String yaml) {
        of(yaml).forEachRemaining(event -> {});
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public Event next() {
        Event event = events.next();
        if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
            throw new ParserException("nested too deep", event.getStartMark());
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
        return event;
    }
}
