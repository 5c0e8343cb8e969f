package app;

class App {
    int a() {
        return null;
    }

    int b() {
        log();
        return 2;
    }

    int c() {
        return null;
    }
}
