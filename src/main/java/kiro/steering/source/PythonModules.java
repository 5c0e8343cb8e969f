package kiro.steering.source;

/// How modules of Python are called.
final class PythonModules {
    private PythonModules() {}

    /// A relative module as it is from the project's root.
    static String absolute(String path, String module) {
        int dots = 0;
        while (dots < module.length() && module.charAt(dots) == '.') {
            dots++;
        }
        if (dots == 0) {
            return module;
        }
        String place = path;
        for (int i = 0; i < dots; i++) {
            place = place.substring(0, Math.max(0, place.lastIndexOf('/')));
        }
        String rest = module.substring(dots);
        String folder = place.replace('/', '.');
        return folder.isEmpty() ? rest : rest.isEmpty() ? folder : folder + "." + rest;
    }
}
