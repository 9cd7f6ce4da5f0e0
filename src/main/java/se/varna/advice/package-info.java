/** Questions about security, and the advice that answers them (R2, R36, R46). */
@org.springframework.modulith.ApplicationModule(displayName = "Råd")
package se.varna.advice;
