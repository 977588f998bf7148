package town.nagar.servers.mqtt;

import java.security.Principal;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.RolePrincipal;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Lets the town do everything and a gateway publish below {@code nagar/}, nothing else.
 *
 * <p>The broker writes the topic {@code nagar/traffic/T1} as the address {@code nagar.traffic.T1}.
 */
final class TopicRights implements ActiveMQSecurityManager5 {
    private static final String READINGS = "nagar.";

    private final Users users;

    TopicRights(Users users) {
        this.users = users;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            RemotingConnection connection,
            String securityDomain) {
        if (user == null || password == null) {
            return null;
        }
        return users.find(user, password).map(role -> subject(user, role)).orElse(null);
    }

    private static Subject subject(String user, Users.Role role) {
        Set<Principal> principals = Set.of(new UserPrincipal(user), new RolePrincipal(role.name()));
        return new Subject(true, principals, Set.of(), Set.of());
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
        return subject.getPrincipals(RolePrincipal.class).stream()
                .map(role -> Users.Role.valueOf(role.getName()))
                .anyMatch(role -> may(role, check, address));
    }

    private static boolean may(Users.Role role, CheckType check, String address) {
        return switch (role) {
            case TOWN -> true;
            case GATEWAY -> mayAsGateway(check, address);
        };
    }

    private static boolean mayAsGateway(CheckType check, String address) {
        boolean publishing = check == CheckType.SEND || check == CheckType.CREATE_ADDRESS;
        return publishing && address.startsWith(READINGS);
    }

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String password) {
        return user != null && password != null && users.find(user, password).isPresent();
    }

    @Override
    public boolean validateUserAndRole(
            String user, String password, Set<Role> roles, CheckType check) {
        return false; // asked only where no address is known
    }
}
