package se.varna.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import se.varna.access.RateLimits;
import se.varna.common.TooOften;
import se.varna.directory.Directory;

/**
 * The demo's password, which everyone has whom the directory knows and gives something to do. Whoever guesses is stopped
 * twice: by the name, which is locked for a while after some failures in a row, and by the address, which may fail only
 * so often. A locked name, an unknown one and a wrong password are answered alike.
 */
class Passwords implements AuthenticationProvider {

    private final Directory directory;
    private final RateLimits limits;
    private final LockOut lockOut;
    private final byte[] password;

    Passwords(
            Directory directory,
            RateLimits limits,
            @Value("${varna.sign-in.lock-after}") int lockAfter,
            @Value("${varna.sign-in.locked-for}") Duration lockedFor,
            @Value("${varna.demo.password}") String password,
            Clock clock) {
        this.directory = directory;
        this.limits = limits;
        this.lockOut = new LockOut(lockAfter, lockedFor, clock);
        this.password = password.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        String name = tried.getName();
        String address =
                tried.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        try {
            limits.count(RateLimits.Of.SIGN_IN, address);
        } catch (TooOften tooOften) {
            throw new TooManyTries(tooOften);
        }
        boolean fits = MessageDigest.isEqual(
                password, String.valueOf(tried.getCredentials()).getBytes(StandardCharsets.UTF_8));
        boolean known =
                directory.person(name).isPresent() && !directory.groups(name).isEmpty();
        if (lockOut.isLocked(name) || !fits || !known) {
            lockOut.failed(name);
            throw new BadCredentialsException("refused");
        }
        lockOut.succeeded(name);
        limits.takeBack(RateLimits.Of.SIGN_IN, address);
        var person = UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
        person.setDetails(tried.getDetails());
        return person;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
