package kiro.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/// A context of secure connections that is made when the first of them is.
final class LazyContext extends SSLContext {
    /// @param make the context that it stands for
    LazyContext(Making make) {
        super(new Standing(new FutureTask<>(make::context)), provider(), "TLS");
    }

    /// How a context is made.
    @FunctionalInterface
    interface Making {
        SSLContext context() throws GeneralSecurityException, IOException;
    }

    private static Provider provider() {
        return new Provider("openkiro", "1", "contexts that are made late") {};
    }

    private static final class Standing extends SSLContextSpi {
        private final FutureTask<SSLContext> made;

        private Standing(FutureTask<SSLContext> made) {
            this.made = made;
        }

        private SSLContext made() {
            made.run();
            try {
                return made.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(
                        "interrupted while certificates were read", stopped);
            } catch (ExecutionException broken) {
                throw new IllegalStateException("certificates cannot be used", broken);
            }
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trusted, SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("it is what it is");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return made().getSocketFactory();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return made().getServerSocketFactory();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return made().createSSLEngine();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return made().createSSLEngine(host, port);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return made().getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return made().getClientSessionContext();
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return made().getDefaultSSLParameters();
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return made().getSupportedSSLParameters();
        }
    }
}
