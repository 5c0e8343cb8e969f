package kiro.sandbox;

/// What of the workspace is closed to a command beside what always is.
public interface ClosedPlaces {
    ClosedPlaces NONE =
            new ClosedPlaces() {
                @Override
                public boolean isAny() {
                    return false;
                }

                @Override
                public boolean isClosedToWriting(String path) {
                    return false;
                }

                @Override
                public boolean isClosedToReading(String path) {
                    return false;
                }

                @Override
                public boolean mayHoldOpen(String folder) {
                    return true;
                }
            };

    /// Whether there is anything to look for.
    boolean isAny();

    /// @param path from the workspace's root
    boolean isClosedToWriting(String path);

    /// @param path from the workspace's root
    boolean isClosedToReading(String path);

    /// Whether something in a folder that is closed to writing may be open all the same.
    ///
    /// @param folder from the workspace's root
    boolean mayHoldOpen(String folder);
}
