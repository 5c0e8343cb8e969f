package kiro.workspace;

import org.jspecify.annotations.Nullable;

/// A file or folder inside the workspace, relative to its root, with `/` between names, and neither
/// `.` nor `..` in it.
public record WorkspacePath(String value) implements Comparable<WorkspacePath> {
    public WorkspacePath {
        if (!isInside(value)) {
            throw new IllegalArgumentException("not a path inside the workspace: '" + value + "'");
        }
    }

    /// Read in one go, without taking the names apart: there are as many paths as a project has files.
    private static boolean isInside(String value) {
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) == '/') {
                int length = i - start;
                if (length == 0
                        || (length == 1 && value.charAt(start) == '.')
                        || (length == 2 && value.startsWith("..", start))) {
                    return false;
                }
                start = i + 1;
            } else if (value.charAt(i) == '\0') {
                return false;
            }
        }
        return true;
    }

    public static WorkspacePath of(String value) {
        return new WorkspacePath(value);
    }

    /// The last name of the path.
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /// Whether it lies in this folder, at any depth.
    public boolean isIn(WorkspacePath folder) {
        return value.length() > folder.value.length()
                && value.charAt(folder.value.length()) == '/'
                && value.startsWith(folder.value);
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

    /// The same, where the name is no text with its bytes written out: to tell it, and not to find the file.
    public WorkspacePath shown() {
        return RawPath.isRaw(value) ? new WorkspacePath(RawPath.shown(value)) : this;
    }

    @Override
    public String toString() {
        return RawPath.isRaw(value) ? RawPath.shown(value) : value;
    }
}
