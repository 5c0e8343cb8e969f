package kiro.workspace.watch;

import java.util.List;

/// Who hears of changes, on the thread that watches: what takes long is handed on.
public interface FileListener {
    /// Files that people or programs changed.
    void changed(List<FileEvent> events);

    /// Files that git changed, and that are as the commit that is checked out has them.
    void checkedOut(List<FileEvent> events);

    /// Not every folder can be watched.
    void limited(Limit limit);

    /// The folders that the system does not watch, which are looked at from time to time instead.
    ///
    /// @param folders how many there are
    /// @param reason in the system's words
    /// @param fix the next move
    record Limit(int folders, String reason, String fix) {}
}
