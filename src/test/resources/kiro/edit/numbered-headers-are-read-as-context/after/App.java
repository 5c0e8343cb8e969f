package app;

class App {
    int a() {
        return null;
    }

    int b() {
        return 2;
    }

    int c() {
        return null;
    }
}
