package kiro.action.dependency;

/// What a name in a source stands for.
///
/// @param path empty for the whole place
record Target(String place, String path) {
    Target member(String name) {
        return new Target(place, path.isEmpty() ? name : path + "." + name);
    }

    String fullName() {
        return path.isEmpty() ? place : place + "." + path;
    }
}
