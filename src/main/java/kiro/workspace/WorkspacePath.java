package kiro.workspace;

import org.jspecify.annotations.Nullable;

/// A file or folder inside the workspace, relative to its root, with `/` between names, and neither
/// `.` nor `..` in it.
public record WorkspacePath(String value) implements Comparable<WorkspacePath> {
    public WorkspacePath {
        if (value.isEmpty() || value.startsWith("/") || value.endsWith("/")) {
            throw new IllegalArgumentException("not a path inside the workspace: '" + value + "'");
        }
        for (String name : value.split("/", -1)) {
            if (name.isEmpty()
                    || name.equals(".")
                    || name.equals("..")
                    || name.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(
                        "not a path inside the workspace: '" + value + "'");
            }
        }
    }

    public static WorkspacePath of(String value) {
        return new WorkspacePath(value);
    }

    /// The last name of the path.
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /// The path of something in this folder.
    public WorkspacePath child(String name) {
        return new WorkspacePath(value + "/" + name);
    }

    @Override
    public int compareTo(WorkspacePath other) {
        return value.compareTo(other.value);
    }

    /// Said, since what Java makes of a record's parts is made anew at each start, for milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkspacePath path && value.equals(path.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
