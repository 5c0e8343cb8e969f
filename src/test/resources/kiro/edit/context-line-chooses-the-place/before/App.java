package app;

class App {
    int a() {
        return null;
    }

    int b() {
        return null;
    }

    int c() {
        return null;
    }
}
