// Completion for PowerShell, on Windows and elsewhere: tables and one function that looks into them.
// Files and folders are PowerShell's own matter: where nothing is offered, it offers them.
import type { CommandOffer } from "./completion-table.ts";

/** The script, to be run from the user's profile. */
export function powershellCompletion(commands: readonly CommandOffer[]): string {
  return `# Completion of kblint for PowerShell; made by: kblint completion powershell
Register-ArgumentCompleter -Native -CommandName kblint -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${commands.map(({ name, summary }) => `    ${quoted(name)} = ${quoted(summary)}`).join("\n")}
  }
  $options = @{
${commands.map(optionTable).join("\n")}
  }
  $values = @{
${valueTable(commands).join("\n")}
  }
  $operands = @{
${commands.flatMap(operandEntry).join("\n")}
  }
  $typed = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
  $before = @($typed | Select-Object -Skip 1)
  if ($wordToComplete -and $before.Count -gt 0) { $before = @($before | Select-Object -SkipLast 1) }
  $command = 'lint'
  $explicit = $false
  foreach ($word in $before) {
    if ($commands.Contains($word)) { $command = $word; $explicit = $true; break }
    if (-not $word.StartsWith('-')) { break }
  }
  $lead = ''
  $current = $wordToComplete
  $previous = if ($before.Count -gt 0) { $before[-1] } else { '' }
  if ($current -match '^(--[^=]+)=(.*)$') { $previous = $Matches[1]; $lead = "$previous="; $current = $Matches[2] }
  $found = $values["$command $previous"]
  if ($null -eq $found) {
    if ($current.StartsWith('-')) { $found = $options[$command].Keys | Sort-Object }
    else {
      $found = @($operands[$command])
      if (-not $explicit -and $before.Count -eq 0) { $found = @($commands.Keys) + $found }
    }
  }
  foreach ($word in $found) {
    if (-not $word -or -not $word.StartsWith($current)) { continue }
    $tip = if ($commands.Contains($word)) { $commands[$word] } elseif ($options[$command].ContainsKey($word)) { $options[$command][$word] } else { $word }
    [System.Management.Automation.CompletionResult]::new("$lead$word", $word, 'ParameterValue', $tip)
  }
}
`;
}

function optionTable({ name, options }: CommandOffer): string {
  const entries = options.map((option) => `${quoted(option.name)} = ${quoted(option.help)}`);
  return `    ${quoted(name)} = @{ ${entries.join("; ")} }`;
}

function valueTable(commands: readonly CommandOffer[]): string[] {
  return commands.flatMap(({ name, options }) =>
    options.flatMap(({ name: option, value }) =>
      value?.kind === "words" ? [`    ${quoted(`${name} ${option}`)} = ${list(value.words)}`] : [],
    ),
  );
}

function operandEntry({ name, operands }: CommandOffer): string[] {
  return operands.kind === "words" ? [`    ${quoted(name)} = ${list(operands.words)}`] : [];
}

function list(words: readonly string[]): string {
  return `@(${words.map(quoted).join(", ")})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
