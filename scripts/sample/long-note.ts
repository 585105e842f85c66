// Pure: one note as long as coaches' notes can become, to see how the pages carry it.

export const LONG_NOTE = `Half-year retrospective, written together. Priya typed, I asked.

1. Where we started

In the first session the word she used most was "should". She should answer faster, should read more papers, should have an opinion on the new triage protocol, should by now feel like a team lead. We counted: fourteen times in fifty minutes. The first agreement was small and almost silly: replace each "should" with either "I want to" or "I have been asked to", out loud. It took three weeks until she noticed the word before I did.

The facts at that time: a team of six, two vacancies, a rota that fell apart whenever somebody was ill, and a calendar in which the longest free stretch was thirty-five minutes. Sleep around six hours. Confidence 4 of 10, by her own count. Stress 8.

2. What we tried

a) The calendar audit. Every recurring meeting got one line: who needs it, for which decision. Of eleven, three had no answer and were dropped; two became a written update; one was halved. Gained: about four hours a week. Lost: nothing that anyone has mentioned since.

b) Two protected mornings. Tuesday and Thursday until 11:00, phone with a colleague. In the first month five of eight survived, in the second seven of nine. The ones that failed, failed because she gave them away herself, not because anyone took them. That was the most useful discovery of the spring.

c) The difficult conversation. We rehearsed it four times. Observation, effect, request. In the end it lasted eleven minutes, and the colleague said: "I have been waiting for you to say this." Nothing about the working relationship got worse. She wants to remember this sentence the next time she lies awake composing e-mails.

d) The evening routine. Three things that are finished, two that can wait, one that was good. Kept up for ten days, forgotten for two weeks, taken up again without drama. We agreed that the taking up again is the habit; the unbroken chain is not.

e) What did not work: the reading list (abandoned, with relief), the 6 a.m. run (abandoned, with laughter), and the attempt to delegate the rota while keeping every exception on her own desk. A task that is handed over with all its exceptions kept back has not been handed over.

3. What the numbers say

Confidence went from 4 to 7, with a dip to 3 in the week of the reorganisation. Stress came down from 8 to 5. Focus time, measured from the calendar and not from memory, went from 70 to 165 minutes a day. Sleep is at seven hours on weekdays; the weekend never was the problem. Goal completion stands at 78 %. We looked at the curve together: it is not a line but a staircase, and each step up follows a week in which she said no to something.

4. What others see

She asked three colleagues one question each: what should I stop doing? The answers, with permission:
- "Stop apologising before you give your opinion."
- "Stop answering on Sundays, because then I feel I have to."
- "Nothing. But you could start to take the credit when it is yours."
She has the three sentences on a card behind her badge.

5. What comes next

The programme ends in September with two more sessions. Themes: applying for the head of nursing position or deciding, with good reasons, not to; and finding a successor for the rota, this time with the exceptions included. She would like to become a mentor herself next year. I think that she already is one.

6. For the coach

I talked too much in sessions three and four. The moment I drew the triangle of roles she stopped thinking and began to take notes. Questions worked, models did not. When she says "it is fine", wait ten seconds. And: the walk around the hospital garden was worth more than any of the worksheets. Do it earlier with the next client.

Signed off by both. Copy to the client, none to the organisation, as agreed in the contract (section 4, confidentiality).`;
