package kiro.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import kiro.session.Event;
import kiro.workspace.WorkspacePath;

/// What the log of a run has of its children.
final class ChildTraces {
    private final SequencedMap<String, Trace> traces = new LinkedHashMap<>();

    /// What is known of one child.
    private static final class Trace {
        private String call = "";
        private final SequencedMap<String, Event.ToolIntended> open = new LinkedHashMap<>();
        private final SequencedMap<String, Event.ToolIntended> intended = new LinkedHashMap<>();
        private final SequencedSet<WorkspacePath> changed = new LinkedHashSet<>();
    }

    /// A call of a child that was begun, and of which nobody knows how it ended.
    record Unknown(String child, Event.ToolIntended call) {}

    void add(Event.OfChild event) {
        Trace trace = traces.computeIfAbsent(event.child(), first -> new Trace());
        switch (event) {
            case Event.ChildStarted started -> trace.call = started.callId();
            case Event.ChildDid did -> add(trace, did.event());
            case Event.ChildEnded _ -> {}
        }
    }

    private static void add(Trace trace, Event event) {
        if (event instanceof Event.ToolIntended call) {
            trace.open.put(call.callId(), call);
            trace.intended.put(call.callId(), call);
        } else if (event instanceof Event.ToolFinished finished) {
            Event.ToolIntended call = trace.open.remove(finished.callId());
            if (call != null && !finished.isError()) {
                call.files().forEach(file -> trace.changed.add(file.path()));
            }
        } else if (event instanceof Event.FilesChanged files) {
            files.files().forEach(file -> trace.changed.add(file.path()));
        }
    }

    /// The files that a call which was answered has changed.
    List<Event.FileMark> changedBy(String child, Event.ToolFinished finished) {
        Trace trace = traces.get(child);
        Event.ToolIntended call = trace == null ? null : trace.intended.get(finished.callId());
        return call == null || finished.isError() ? List.of() : call.files();
    }

    /// Those begun and not answered, in their order.
    List<Unknown> unknown() {
        var unknown = new ArrayList<Unknown>();
        traces.forEach((child, trace) ->
                trace.open.values().stream()
                        .filter(call -> !Delegation.isCall(call.tool()))
                        .forEach(call -> unknown.add(new Unknown(child, call))));
        return unknown;
    }

    /// The files that the child of a call has changed, its own children included.
    List<WorkspacePath> changedOf(String callId) {
        return traces.entrySet().stream()
                .filter(entry -> !entry.getKey().contains("."))
                .filter(entry -> entry.getValue().call.equals(callId))
                .flatMap(entry -> changedBelow(entry.getKey()).stream())
                .distinct()
                .toList();
    }

    private List<WorkspacePath> changedBelow(String child) {
        return traces.entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(child) || entry.getKey().startsWith(child + "."))
                .flatMap(entry -> entry.getValue().changed.stream())
                .toList();
    }

    /// How many the run's own agent had.
    int ofTheRun() {
        return (int) traces.keySet().stream().filter(child -> !child.contains(".")).count();
    }

    /// How many were begun.
    int size() {
        return traces.size();
    }
}
