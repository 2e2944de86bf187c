package vigie.demo;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** A site's information system (BDII) in miniature: an LDAP directory under {@code o=grid}. */
final class LdapMachine implements Machine {
    private final String site;
    private @Nullable InMemoryDirectoryServer directory;
    private int port;

    LdapMachine(String site, int port) {
        this.site = site;
        this.port = port;
    }

    @Override
    public synchronized void start() throws IOException {
        if (directory != null) {
            return;
        }
        try {
            var settings = new InMemoryDirectoryServerConfig("o=grid");
            settings.setSchema(null);
            settings.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("bdii", InetAddress.getLoopbackAddress(), port, null));
            var fresh = new InMemoryDirectoryServer(settings);
            fresh.add("dn: o=grid", "objectClass: organization", "o: grid");
            fresh.add("dn: mds-vo-name=" + site + ",o=grid", "objectClass: MDS", "mds-vo-name: " + site);
            fresh.startListening();
            port = fresh.getListenPort();
            directory = fresh;
        } catch (LDAPException | LDIFException failed) {
            throw new IOException("the directory of " + site + " cannot be opened", failed);
        }
    }

    @Override
    public synchronized void stop() {
        if (directory != null) {
            directory.shutDown(true);
            directory = null;
        }
    }

    @Override
    public synchronized boolean runs() {
        return directory != null;
    }

    @Override
    public synchronized int port() {
        return port;
    }
}
