package kiro.spec;

import java.util.List;

/// How far a task is, by the mark in its box.
public enum TaskState {
    OPEN(' '),
    QUEUED('~'),
    RUNNING('-'),
    DONE('x');

    private static final List<TaskState> ALL = List.of(values());

    private final char mark;

    TaskState(char mark) {
        this.mark = mark;
    }

    /// What stands between the brackets.
    public char mark() {
        return mark;
    }

    /// Marks that no one has agreed upon leave a task open.
    static TaskState of(char mark) {
        for (TaskState state : ALL) {
            if (state.mark == Character.toLowerCase(mark)) {
                return state;
            }
        }
        return OPEN;
    }
}
